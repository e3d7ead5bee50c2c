using Lodge.Model.Storage;
using Lodge.Storage.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Storage.Volumes.Local;

/// <summary>Owner, group and mode of new volumes.</summary>
internal static class VolumeOwner
{
    /// <summary>The mode of a volume that asks for none.</summary>
    public const uint DefaultMode = 0x180;

    private const uint Unchanged = uint.MaxValue;

    /// <summary>The mode that a volume gets.</summary>
    public static uint Mode(StorageVolumeDefinition volume) => volume.Target.Permissions.Mode ?? DefaultMode;

    /// <summary>Gives a volume to whom it asks for.</summary>
    public static void Set(StorageVolumeDefinition volume)
    {
        var (wanted, path) = (volume.Target.Permissions, volume.Path);
        if (!FileFacts.TryGet(path, follow: true, out var facts)) throw StorageError.System($"failed to create {path}");
        var (owner, group) = Changes(wanted, facts);
        if ((owner & group) != Unchanged && LibC.ChangeOwner(path, owner, group) != 0)
        {
            throw StorageError.System($"cannot chown {path} to ({(int)owner}, {(int)group})");
        }

        var mode = Mode(volume);
        if (mode != facts.Mode && LibC.ChangeMode(path, mode) != 0)
        {
            throw StorageError.System($"cannot set mode of '{path}' to {Convert.ToString(mode, 8).PadLeft(4, '0')}");
        }
    }

    /// <summary>Gives an open volume to whom it asks for.</summary>
    public static void Set(StorageVolumeDefinition volume, SafeFileHandle file)
    {
        var (wanted, path) = (volume.Target.Permissions, volume.Path);
        if (!FileFacts.TryGet(file, out var facts)) throw StorageError.System($"stat of '{path}' failed");
        var (owner, group) = Changes(wanted, facts);
        if ((owner & group) != Unchanged && LibC.ChangeOwner(file, owner, group) != 0)
        {
            throw StorageError.System($"cannot chown '{path}' to ({(int)owner}, {(int)group})");
        }

        var mode = Mode(volume);
        if (mode != facts.Mode && LibC.ChangeMode(file, mode) != 0)
        {
            throw StorageError.System($"cannot set mode of '{path}' to {Convert.ToString(mode, 8).PadLeft(4, '0')}");
        }
    }

    private static (uint Owner, uint Group) Changes(StoragePermissions wanted, in FileFacts facts) => (
        wanted.Owner is { } owner && owner != facts.Owner ? owner : Unchanged,
        wanted.Group is { } group && group != facts.Group ? group : Unchanged);
}
