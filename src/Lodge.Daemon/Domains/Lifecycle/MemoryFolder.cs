using Lodge.Host;
using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>The folder that holds a guest's memory where files do: one for each run, the guest's alone.</summary>
/// <remarks>Source: libvirt's <c>memory_backing_dir</c>.</remarks>
internal static class MemoryFolder
{
    private const UnixFileMode Passable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private const UnixFileMode OwnersAlone =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes it, where the guest needs one, and gives it to the guest.</summary>
    /// <param name="root">The folder of all of them.</param>
    /// <param name="guest">The guest's live definition, with its labels.</param>
    /// <param name="confinement">Gives it.</param>
    /// <param name="undo">Takes its removal.</param>
    public static void Make(string root, DomainDefinition guest, GuestConfinement confinement, Undo undo)
    {
        if (!IsNeeded(guest))
            return;
        var folder = PathOf(root, guest);
        Directory.CreateDirectory(root, Passable);
        Directory.CreateDirectory(folder, OwnersAlone);
        undo.Add(() => Remove(root, guest));
        confinement.GrantPrivate(guest, folder);
    }

    /// <summary>Removes it; one that is not there is no error.</summary>
    /// <inheritdoc cref="Make"/>
    public static void Remove(string root, DomainDefinition guest)
    {
        if (IsNeeded(guest) && Directory.Exists(PathOf(root, guest)))
            Directory.Delete(PathOf(root, guest), recursive: true);
    }

    private static bool IsNeeded(DomainDefinition guest) =>
        guest.MemoryBacking is { Source: MemorySource.File } or { Access: not MemoryAccess.Default }
        || guest.Numa?.Cells.Exists(static cell => cell.Access != MemoryAccess.Default) == true
        || guest.AllDevices().OfType<MemoryDevice>().Any(static module => module.Access != MemoryAccess.Default);

    private static string PathOf(string root, DomainDefinition guest) =>
        Path.Combine(root, GuestDirectories.ShortName(guest.Id, guest.Name));
}
