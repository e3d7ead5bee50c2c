using System.Globalization;
using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Backends.Devices;
using Lodge.Storage.Pools;
using Lodge.Storage.Tools;

namespace Lodge.Storage.Backends.Scsi;

/// <summary>The disks and discs that a SCSI host has, as volumes.</summary>
/// <remarks>Source: sysfs, <c>/sys/bus/scsi/devices/HOST:BUS:TARGET:LUN</c>.</remarks>
internal static class LogicalUnits
{
    private const string Devices = "/sys/bus/scsi/devices";
    private const string SerialProgram = "/lib/udev/scsi_id";

    /// <summary>Reads all units of a host.</summary>
    public static async Task<PoolContents> ReadAsync(
        StoragePoolDefinition pool, int host, CancellationToken cancellation)
    {
        await BlockDevice.SettleAsync(cancellation);
        var volumes = new List<StorageVolumeDefinition>();
        foreach (var place in Places(host))
        {
            if (await ReadUnitAsync(pool, place, cancellation) is { } volume)
                volumes.Add(volume);
        }

        var capacity = volumes.Aggregate(0UL, (sum, volume) => sum + volume.Capacity);
        return new PoolContents(pool, new StoragePoolUsage(capacity, capacity, 0), volumes);
    }

    private static IEnumerable<string> Places(int host)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{host}:");
        return !Directory.Exists(Devices) ? []
            : Directory.EnumerateFileSystemEntries(Devices)
                .Select(path => Path.GetFileName(path))
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.Count(c => c == ':') == 3)
                .Order(StringComparer.Ordinal);
    }

    private static async Task<StorageVolumeDefinition?> ReadUnitAsync(
        StoragePoolDefinition pool, string place, CancellationToken cancellation)
    {
        // 0 is a disk, 5 a drive for discs; a unit of any other kind is no storage.
        if (Text($"{Devices}/{place}/type") is not ("0" or "5"))
            return null;
        var blocks = $"{Devices}/{place}/block";
        if (!Directory.Exists(blocks) || Directory.EnumerateDirectories(blocks).FirstOrDefault() is not { } block)
            return null;
        var device = $"/dev/{Path.GetFileName(block)}";
        var isPlain = pool.TargetPath is "/dev" or "/dev/";
        if (!isPlain && !pool.TargetPath.StartsWith("/dev/", StringComparison.Ordinal))
            throw StorageError.Argument(
                $"unable to use target path '{pool.TargetPath}' for dev '{Path.GetFileName(block)}'");
        var path = BlockDevice.StablePath(pool.TargetPath, device);
        if (path == device && !isPlain)
            return null;
        try
        {
            // The number of the host changes from boot to boot, so it is no part of the name.
            return BlockDevice.Read(new StorageVolumeDefinition
            {
                Name = "unit:" + place[(place.IndexOf(':', StringComparison.Ordinal) + 1)..],
                Key = await SerialAsync(path, cancellation),
                Path = path,
            });
        }
        catch (VirException)
        {
            // An empty drive cannot be opened; the others can be used.
            return null;
        }
    }

    private static async Task<string> SerialAsync(string path, CancellationToken cancellation)
    {
        if (!Tool.IsInstalled(SerialProgram))
            return path;
        var answer = await Tool.TryAsync(
            SerialProgram, ["--replace-whitespace", "--whitelisted", "--device", path], cancellation);
        return answer.IsSuccess && answer.Output.Trim() is { Length: > 0 } serial ? serial : path;
    }

    private static string? Text(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
