using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Security.Access;
using Lodge.Security.Files;

namespace Lodge.Daemon.Domains.Lifecycle;

internal sealed partial class GuestConfinement
{
    private const string Denied = "Permission denied";

    /// <summary>
    /// Finds what kept a guest from one of its files, and says it with the failure. Asked before anything of the start
    /// is taken back, while the files are as the guest found them.
    /// </summary>
    /// <param name="guest">The guest, with its labels and files.</param>
    /// <param name="failure">What its start failed with.</param>
    /// <returns>The failure with the reason; null where it was no matter of permission, or nothing is found.</returns>
    public VirException? Explain(DomainDefinition guest, VirException failure) =>
        Explain(guest, FilesOfGuest.All(guest), failure);

    /// <inheritdoc/>
    public VirException? Explain(DomainDefinition guest, Device device, VirException failure) =>
        Explain(guest, FilesOfGuest.Of(device), failure);

    private VirException? Explain(DomainDefinition guest, IEnumerable<GuestFile> used, VirException failure)
    {
        if (!failure.Message.Contains(Denied, StringComparison.OrdinalIgnoreCase)
            || AccountOf(guest) is not { } account)
        {
            return null;
        }

        // The file that QEMU spoke of first.
        var files = used
            .Where(static file => file.Kind != GuestFileKind.Private)
            .OrderByDescending(file => failure.Message.Contains(file.Path, StringComparison.Ordinal));
        foreach (var file in files)
        {
            var writes = file is { IsReadonly: false, IsBacking: false } && file.Kind != GuestFileKind.Boot;
            if (_access.Find(file.Path, account, writes) is { } refusal)
                return new VirException(
                    failure.Code, failure.Domain, $"{failure.Error.Text2 ?? failure.Message}: {refusal}", failure);
        }

        return null;
    }

    private GuestAccount? AccountOf(DomainDefinition guest)
    {
        var context = ContextOf(guest)?.Label;
        if (ProcessOf(guest) is { } process)
        {
            var (owner, groups) = process;
            return new GuestAccount(owner.UserId, [owner.GroupId, .. groups], context);
        }

        return Environment.IsPrivilegedProcess ? new GuestAccount(0, [0], context) : null;
    }
}
