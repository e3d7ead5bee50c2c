using Lodge.Daemon.Config;
using Lodge.Daemon.Logging;
using Lodge.Host.Accounts;
using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Preparation;
using Lodge.Security;
using Lodge.Security.Dac;
using Lodge.Security.Files;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>
/// Keeps guests apart from the host and from each other: whom they run as, and which files they reach.
/// </summary>
internal sealed class GuestConfinement : IGuestFileAccess
{
    private readonly SecurityStack _stack;
    private readonly DacDriver? _dac;
    private readonly Lazy<IReadOnlyList<uint>> _groups;

    private GuestConfinement(SecurityStack stack, DacDriver? dac)
    {
        _stack = stack;
        _dac = dac;
        _groups = new(() => dac is null ? [] : AccountNames.GroupsOf(dac.Account.UserId, dac.Account.GroupId));
    }

    /// <summary>
    /// Guests run as the daemon's own user: a user's own daemon, or a host without an account for them.
    /// </summary>
    public static GuestConfinement None { get; } = new(SecurityStack.None, null);

    /// <summary>The drivers that confine, the host's first one first.</summary>
    public IReadOnlyList<ISecurityDriver> Drivers => _stack.Drivers;

    /// <summary>The account that guests run as unless they name another; null for the daemon's own user.</summary>
    public Ownership? Account => _dac?.Account;

    /// <summary>Confines as the administrator decided.</summary>
    public static GuestConfinement Of(QemuConfiguration configuration)
    {
        if (configuration.Account is not { } account)
            return None;
        var dac = new DacDriver(new DacSettings
        {
            Account = account,
            DynamicOwnership = configuration.DynamicOwnership,
            RememberOwner = configuration.RememberOwner,
        });
        return new GuestConfinement(new SecurityStack([dac]), dac);
    }

    /// <summary>Gives a guest its labels, before anything of it is on the host.</summary>
    public void Label(DomainDefinition guest) => _stack.GenerateLabels(guest);

    /// <summary>Whom a guest's QEMU runs as, with its further groups; null for the daemon's own user.</summary>
    public (Ownership Owner, IReadOnlyList<uint> Groups)? ProcessOf(DomainDefinition guest)
    {
        if (_dac is null)
            return null;
        return (_dac.ProcessOwner(guest), _groups.Value);
    }

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
        _stack.Set(guest, FilesOfGuest.Chain(image, isShared: false), onUndo);

    /// <inheritdoc/>
    public void RevokeImage(DomainDefinition guest, StorageSource image) =>
        _stack.Restore(guest, FilesOfGuest.Chain(image, isShared: false), Complain(guest));

    /// <inheritdoc/>
    public void PassOn(StorageSource below, StorageSource above)
    {
        if (below is { Type: StorageType.File or StorageType.Block, Path: { } from } && above.Path is { } to)
            _dac?.MoveMemory(from, to);
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
