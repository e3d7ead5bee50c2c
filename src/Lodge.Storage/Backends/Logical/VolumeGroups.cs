using System.Globalization;
using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Tools;

namespace Lodge.Storage.Backends.Logical;

/// <summary>What LVM's own programs tell of volume groups.</summary>
/// <remarks>lvs(8), vgs(8), pvs(8).</remarks>
internal static class VolumeGroups
{
    private static readonly string[] Plainly = ["--noheadings", "--units", "b", "--unbuffered", "--nosuffix"];

    /// <summary>Every volume group, with the devices it lies on.</summary>
    public static async Task<IReadOnlyList<StoragePoolSource>> FindAsync(CancellationToken cancellation)
    {
        // Makes LVM notice groups that came lately; where it fails, those are missing, and no more.
        _ = await Tool.TryAsync("vgscan", [], cancellation);
        return ParseDevices(await Tool.RunAsync("pvs", ["--noheadings", "-o", "pv_name,vg_name"], cancellation));
    }

    /// <summary>Refuses a pool whose volume group is not there, or lies on other devices than it says.</summary>
    public static async Task RequireAsync(StoragePoolDefinition pool, CancellationToken cancellation)
    {
        var group = (await FindAsync(cancellation)).FirstOrDefault(source => source.Name == pool.Source.Name)
            ?? throw StorageError.Unsupported($"cannot find logical volume group name '{pool.Source.Name}'");
        var asked = pool.Source.Devices;
        if (asked.Count > 0 && !asked.Any(device => group.Devices.Any(other => other.Path == device.Path)))
        {
            throw StorageError.Unsupported(
                $"cannot find any matching source devices for logical volume group '{pool.Source.Name}'");
        }
    }

    /// <summary>How much room a group has.</summary>
    public static async Task<StoragePoolUsage> UsageAsync(string group, CancellationToken cancellation) => ParseUsage(
        await Tool.RunAsync(
            "vgs", ["--separator", ":", .. Plainly, "--options", "vg_size,vg_free", group], cancellation));

    /// <summary>The volumes of a group, a line for each of their stretches.</summary>
    public static async Task<IReadOnlyList<LogicalVolumeLine>> VolumesAsync(
        string group, CancellationToken cancellation)
    {
        string[] arguments =
            ["--separator", "#", .. Plainly, "--options", LogicalVolumeLine.Fields, group];
        var output = await Tool.RunAsync("lvs", arguments, cancellation);
        return [.. output.Split('\n').Select(LogicalVolumeLine.Parse).OfType<LogicalVolumeLine>()];
    }

    /// <summary>Reads lines of a device and the group it is of; devices of no group are passed over.</summary>
    internal static IReadOnlyList<StoragePoolSource> ParseDevices(string output) =>
    [
        .. output.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length == 2)
            .GroupBy(words => words[1], words => new StoragePoolDevice { Path = words[0] })
            .Select(group => new StoragePoolSource { Name = group.Key, Format = "lvm2", Devices = [.. group] }),
    ];

    /// <summary>Reads a line of two numbers.</summary>
    internal static StoragePoolUsage ParseUsage(string output)
    {
        var numbers = output.Trim().TrimEnd(':').Split(':');
        return numbers.Length == 2
            && ulong.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && ulong.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var free)
            && free <= size
            ? new StoragePoolUsage(size, size - free, free)
            : throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                VirErrorDomain.VIR_FROM_STORAGE,
                $"cannot read the size of a volume group from '{output.Trim()}'");
    }
}
