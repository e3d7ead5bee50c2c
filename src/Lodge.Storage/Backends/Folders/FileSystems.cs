using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Tools;

namespace Lodge.Storage.Backends.Folders;

/// <summary>Makes the file system of a pool of type fs.</summary>
internal static class FileSystems
{
    /// <summary>Formats the pool's device, unless something is on it that is not to be overwritten.</summary>
    public static async Task MakeAsync(
        StoragePoolDefinition pool, VirStoragePoolBuildFlags flags, CancellationToken cancellation)
    {
        if (pool.Source.Devices is not [{ Path: var device }, ..])
            throw NoDevice(pool);
        if (!File.Exists(device))
            throw StorageError.Operation($"Source device does not exist when formatting pool '{pool.Name}'");
        var format = pool.Source.Format!;
        if (!flags.HasFlag(VirStoragePoolBuildFlags.VIR_STORAGE_POOL_BUILD_OVERWRITE))
            await DeviceContent.RefuseUsedAsync(device, format, cancellation);
        if (!Tool.IsInstalled("mkfs"))
        {
            throw StorageError.Internal(
                $"mkfs is not available on this platform: Failed to make filesystem of type '{format}' on device "
                    + $"'{device}'");
        }

        await Tool.RunAsync("mkfs", ["-t", format, .. Force(format), device], cancellation);
    }

    /// <summary>A pool without a device that is to be formatted.</summary>
    public static VirException NoDevice(StoragePoolDefinition pool) =>
        StorageError.Operation($"No source device specified when formatting pool '{pool.Name}'");

    // Each of these asks, or refuses, where it finds an older file system; that question was answered above.
    private static string[] Force(string format) => format switch
    {
        "xfs" => ["-f"],
        "ext2" or "ext3" or "ext4" => ["-F"],
        "vfat" => ["-I"],
        _ => [],
    };
}
