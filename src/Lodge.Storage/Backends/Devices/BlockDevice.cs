using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Storage.Native;
using Lodge.Storage.Probing;
using Lodge.Storage.Tools;
using Lodge.Storage.Volumes;

namespace Lodge.Storage.Backends.Devices;

/// <summary>The block devices of this host, as volumes and as what pools stand on.</summary>
internal static class BlockDevice
{
    /// <summary>Longest label of a partition table or a volume group at a device's start.</summary>
    private const int LabelSize = 1024 * 1024;

    /// <summary>Waits until the nodes of the devices that the kernel announced are there.</summary>
    public static async Task SettleAsync(CancellationToken cancellation)
    {
        if (Tool.IsInstalled("udevadm"))
            _ = await Tool.TryAsync("udevadm", ["settle"], cancellation);
    }

    /// <summary>Whether anything is at a path.</summary>
    public static bool Exists(string path) => FileFacts.TryGet(path, follow: true, out _);

    /// <summary>Reads a device's size, owners and times.</summary>
    /// <exception cref="Protocol.Errors.VirException">It cannot be opened.</exception>
    public static StorageVolumeDefinition Read(StorageVolumeDefinition volume)
    {
        using var file = ImageFile.Open(volume.Path);
        if (!FileFacts.TryGet(file, out var facts))
            throw StorageError.System($"cannot stat file '{volume.Path}'");
        ImageFile.RefuseChannels(volume.Path, facts.Kind);
        return VolumeFacts.Apply(volume, file, facts, volume.Path) with
        {
            Type = VirStorageVolType.VIR_STORAGE_VOL_BLOCK,
        };
    }

    /// <summary>
    /// Overwrites the label at a device's start and its copy at the end, so that nothing takes the device for what it
    /// was.
    /// </summary>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_SYSTEM_ERROR where it cannot be written.</exception>
    public static void ClearLabel(string path)
    {
        try
        {
            using var device = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);

            // .NET takes a device for empty: its length is only where a seek to its end arrives.
            var end = (long)VolumeFacts.DeviceSize(device, path);
            var zeros = new byte[Math.Min(LabelSize, end)];
            RandomAccess.Write(device, zeros, 0);
            RandomAccess.Write(device, zeros, end - zeros.Length);
            RandomAccess.FlushToDisk(device);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw StorageError.System(failure, $"cannot clear the label of device '{path}'");
        }
    }

    /// <summary>
    /// The name of a device in a pool's folder that stays the same when the host starts again
    /// (<c>/dev/disk/by-path</c>);
    /// the device's own where the folder has no such names.
    /// </summary>
    public static string StablePath(string folder, string device)
    {
        if (folder is "/dev" or "/dev/" || !folder.StartsWith("/dev/", StringComparison.Ordinal)
            || !Directory.Exists(folder))
            return device;
        var real = RealPath.Of(device);
        return Directory.EnumerateFileSystemEntries(folder)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(entry => RealPath.Of(entry) == real) ?? device;
    }
}
