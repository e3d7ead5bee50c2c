using Lodge.Model.Domain;
using Lodge.Security.Files;

namespace Lodge.Security.Selinux;

public sealed partial class SelinuxDriver
{
    /// <summary>What a guest's QEMU is to run with; null where it has no label.</summary>
    /// <param name="guest">The guest, with its label generated.</param>
    public ProcessLabel? ProcessOf(DomainDefinition guest) =>
        LabelOf(guest)?.Label is { } label ? new ProcessLabel(label, _selinux.IsEnforcing) : null;

    /// <summary>
    /// Has the sockets that this thread makes until the answer is disposed of carry a guest's label. Nothing may be
    /// awaited in between.
    /// </summary>
    /// <param name="guest">The guest, with its label generated.</param>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_SYSTEM_ERROR: SELinux enforces, and refused.</exception>
    public IDisposable LabelSockets(DomainDefinition guest) =>
        Set(LabelOf(guest)?.Label, _selinux.SetSocketContext, "socket ");

    /// <summary>As <see cref="LabelSockets"/>, for sockets with which the daemon talks to a guest: our own label at the
    /// guest's level.</summary>
    /// <inheritdoc cref="LabelSockets"/>
    public IDisposable LabelOwnSockets(DomainDefinition guest) => Set(
        LabelOf(guest)?.Label is { } label && SelinuxContext.TryParse(_selinux.OwnContext()) is { } own
            ? (own with { Range = LevelOf(label) }).ToString()
            : null,
        _selinux.SetSocketContext,
        "socket ");

    /// <summary>As <see cref="LabelSockets"/>, for programs that this thread starts.</summary>
    /// <inheritdoc cref="LabelSockets"/>
    public IDisposable LabelPrograms(DomainDefinition guest) =>
        Set(LabelOf(guest)?.Label, _selinux.SetProgramContext, "");

    private ThreadLabel Set(string? label, Func<string?, int> set, string what)
    {
        if (label is null)
        {
            return new ThreadLabel(null);
        }

        var error = set(label);
        if (error != 0 && _selinux.IsEnforcing)
        {
            throw OpenedFile.SystemError(error, $"unable to set {what}security context '{label}'");
        }

        return new ThreadLabel(error == 0 ? () => set(null) : null);
    }

    private sealed class ThreadLabel(Action? clear) : IDisposable
    {
        public void Dispose() => clear?.Invoke();
    }
}
