using Lodge.Model.Storage;

namespace Lodge.Storage.Backends.Folders;

/// <summary>What is mounted for a pool, and how.</summary>
internal static class MountSource
{
    // A guest's images are data: nothing in a pool is run, is a device, or gives rights.
    private const string SafeOptions = "nodev,nosuid,noexec";

    /// <summary>Refuses a pool whose source is not one device or one server.</summary>
    public static void Validate(StoragePoolDefinition pool)
    {
        var source = pool.Source;
        if (pool.Type == StoragePoolType.Netfs)
        {
            if (source.Hosts.Count != 1)
                throw StorageError.Unsupported("expected exactly 1 host for the storage pool");
        }
        else if (source.Devices.Count != 1)
        {
            throw source.Devices.Count == 0
                ? StorageError.Internal("missing source device")
                : StorageError.Unsupported("expected exactly 1 device for the storage pool");
        }
    }

    /// <summary>The source as mount names it.</summary>
    public static string Of(StoragePoolDefinition pool) => pool switch
    {
        { Type: StoragePoolType.Fs } => pool.Source.Devices[0].Path,
        { Source.Format: "cifs" } => $"//{pool.Source.Hosts[0].Name}/{pool.Source.Directory}",
        _ => $"{pool.Source.Hosts[0].Name}:{pool.Source.Directory}",
    };

    /// <summary>The arguments of mount.</summary>
    public static IReadOnlyList<string> Arguments(StoragePoolDefinition pool, string source)
    {
        var own = pool switch
        {
            { Type: StoragePoolType.Fs } => null,
            { Source.Format: "glusterfs" } => "direct-io-mode=1",
            { Source.Format: "cifs" } => "guest",
            { Source.ProtocolVersion: { } version } => $"nfsvers={version}",
            _ => null,
        };
        var choices = string.Join(',', ((string?[])[SafeOptions, own, .. pool.MountOptions]).OfType<string>());

        // "mount -t auto" finds no network file system, and plain "mount" does.
        var type = pool is { Type: StoragePoolType.Netfs, Source.Format: "auto" }
            ? (string[])[]
            : ["-t", pool.Source.Format!];
        return ["-o", choices, .. type, source, pool.TargetPath];
    }
}
