using Lodge.Daemon.Config;
using Lodge.Daemon.Logging;
using Lodge.Host.Accounts;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Preparation;
using Lodge.Security;
using Lodge.Security.Access;
using Lodge.Security.Dac;
using Lodge.Security.Files;
using Lodge.Security.Selinux;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>
/// Keeps guests apart from the host and from each other: whom they run as, and which files they reach.
/// </summary>
internal sealed partial class GuestConfinement : IGuestFileAccess
{
    private readonly SecurityStack _stack;
    private readonly DacDriver? _dac;
    private readonly SelinuxDriver? _selinux;
    private readonly Lazy<IReadOnlyList<uint>> _groups;
    private readonly PathAccess _access;

    /// <summary>Confines by these drivers.</summary>
    public GuestConfinement(SecurityStack stack, ISelinux? selinux = null)
    {
        _stack = stack;
        _access = new PathAccess(selinux ?? new HostSelinux());
        _dac = stack.Drivers.OfType<DacDriver>().FirstOrDefault();
        _selinux = stack.Drivers.OfType<SelinuxDriver>().FirstOrDefault();
        _groups = new(() => _dac is null ? [] : AccountNames.GroupsOf(_dac.Account.UserId, _dac.Account.GroupId));
    }

    /// <summary>
    /// Guests run as the daemon's own user: a user's own daemon, or a host without an account for them.
    /// </summary>
    public static GuestConfinement None { get; } = new(SecurityStack.None);

    /// <summary>The account that guests run as unless they name another; null for the daemon's own user.</summary>
    public Ownership? Account => _dac?.Account;

    /// <summary>Confines as the administrator decided.</summary>
    /// <exception cref="FormatException">A driver was named that the host does not have.</exception>
    public static GuestConfinement Of(QemuConfiguration configuration, ISelinux selinux) =>
        new(new SecurityChoice
        {
            Named = configuration.SecurityDrivers,
            Rules = configuration.Confinement,
            Selinux = new SelinuxSettings
            {
                RememberOwner = configuration.RememberOwner,
                OnWarning = static text => Log.Warning(text),
            },
            Dac = configuration.Account is not { } account ? null : new DacSettings
            {
                Account = account,
                DynamicOwnership = configuration.DynamicOwnership,
                RememberOwner = configuration.RememberOwner,
            },
        }.Build(selinux), selinux);

    /// <summary>Gives a guest its labels, before anything of it is on the host.</summary>
    public void Label(DomainDefinition guest) => _stack.GenerateLabels(guest);

    /// <summary>Keeps the labels of a guest that the daemon before has started.</summary>
    public void Reserve(DomainDefinition guest)
    {
        try
        {
            _stack.ReserveLabels(guest);
        }
        catch (VirException taken)
        {
            Log.Warning($"Domain '{guest.Name}' goes on with a label that another guest has: {taken.Message}");
        }
    }

    /// <summary>Lets others have the labels of a guest that has ended.</summary>
    public void Release(DomainDefinition guest) => _stack.ReleaseLabels(guest);

    /// <summary>Whom a guest's QEMU runs as, with its further groups; null for the daemon's own user.</summary>
    public (Ownership Owner, IReadOnlyList<uint> Groups)? ProcessOf(DomainDefinition guest)
    {
        if (_dac is null)
            return null;
        return (_dac.ProcessOwner(guest), _groups.Value);
    }

    /// <summary>The label that a guest's QEMU runs with; null where it has none.</summary>
    public ProcessLabel? ContextOf(DomainDefinition guest) => _selinux?.ProcessOf(guest);

    /// <summary>Has sockets with which we talk to a guest carry its level.</summary>
    public IDisposable? LabelOwnSockets(DomainDefinition guest) => _selinux?.LabelOwnSockets(guest);

    /// <summary>Lets a guest reach everything it uses; all of it is there by now.</summary>
    public void GrantAll(DomainDefinition guest, GuestDirectories directories, Action<Action> onUndo)
    {
        _stack.Set(guest, PrivateFiles(directories), onUndo);
        _stack.SetAll(guest, onUndo);
    }

    /// <summary>Takes everything back that a guest reached.</summary>
    /// <param name="guest">The guest, as it was at its end.</param>
    /// <param name="isWhole">Whether all files were given; where a start broke off in the middle, only those are taken
    /// back that no other guest can have.</param>
    public void RevokeAll(DomainDefinition guest, bool isWhole)
    {
        var files = FilesOfGuest.All(guest);
        _stack.Restore(
            guest, isWhole ? files : files.Where(file => file.Kind == GuestFileKind.Image), Complain(guest));
    }

    /// <summary>Lets a guest reach a file of the daemon's own making.</summary>
    public void GrantPrivate(DomainDefinition guest, string path) =>
        _stack.Set(guest, [new GuestFile(path, GuestFileKind.Private)], static _ => { });

    /// <inheritdoc/>
    public void Grant(DomainDefinition guest, Device device, Action<Action> onUndo) =>
        _stack.Set(guest, FilesOfGuest.Of(device), onUndo);

    /// <inheritdoc/>
    public void Revoke(DomainDefinition guest, Device device) =>
        _stack.Restore(guest, FilesOfGuest.Of(device), Complain(guest));

    /// <inheritdoc/>
    public void GrantImage(DomainDefinition guest, StorageSource image, Action<Action> onUndo) =>
        _stack.Set(guest, FilesOfGuest.Chain(image), onUndo);

    /// <inheritdoc/>
    public void RevokeImage(DomainDefinition guest, StorageSource image) =>
        _stack.Restore(guest, FilesOfGuest.Chain(image), Complain(guest));

    /// <inheritdoc/>
    public void GrantState(DomainDefinition guest, string folder, string log, Action<Action> onUndo) =>
        _stack.Set(guest, StateFiles(folder, log), onUndo);

    /// <inheritdoc/>
    public void RevokeState(DomainDefinition guest, string folder, string log) =>
        _stack.Restore(guest, StateFiles(folder, log), Complain(guest));

    /// <inheritdoc/>
    public IDisposable? LabelPrograms(DomainDefinition guest) => _selinux?.LabelPrograms(guest);

    /// <inheritdoc/>
    public IDisposable? LabelSockets(DomainDefinition guest) => _selinux?.LabelSockets(guest);

    /// <inheritdoc/>
    public void PassOn(StorageSource below, StorageSource above)
    {
        if (below is { Type: StorageType.File or StorageType.Block, Path: { } from } && above.Path is { } to)
        {
            foreach (var driver in _stack.Drivers)
                driver.MoveMemory(from, to);
        }
    }

    private static IEnumerable<GuestFile> StateFiles(string folder, string log)
    {
        string[] inside = Directory.Exists(folder) ? [folder, .. Directory.EnumerateFileSystemEntries(folder)] : [];
        return inside.Append(log).Where(File.Exists).Concat(inside.Where(Directory.Exists))
            .Select(path => new GuestFile(path, GuestFileKind.DeviceState) { KeepsOwner = true });
    }

    private static IEnumerable<GuestFile> PrivateFiles(GuestDirectories directories)
    {
        foreach (var folder in new[] { directories.Library, directories.Channels })
        {
            if (!Directory.Exists(folder))
                continue;
            yield return new GuestFile(folder, GuestFileKind.Private);
            foreach (var entry in Directory.EnumerateFileSystemEntries(folder))
                yield return new GuestFile(entry, GuestFileKind.Private);
        }
    }

    private static Action<Exception> Complain(DomainDefinition guest) => failure =>
        Log.Warning($"Cannot take back a file of domain '{guest.Name}': {failure.Message}");
}
