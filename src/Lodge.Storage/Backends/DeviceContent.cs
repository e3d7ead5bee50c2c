using Lodge.Protocol.Errors;
using Lodge.Storage.Tools;

namespace Lodge.Storage.Backends;

/// <summary>What is on a device already: a file system or a partition table.</summary>
internal static class DeviceContent
{
    // blkid answers 2 where it finds nothing.
    private const int NothingFound = 2;

    /// <summary>Refuses to write over anything that is on a device.</summary>
    /// <param name="device">The device.</param>
    /// <param name="format">What is to be written.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="VirException">VIR_ERR_STORAGE_POOL_BUILT where something is on it.</exception>
    public static async Task RefuseUsedAsync(string device, string format, CancellationToken cancellation)
    {
        if (await ReadAsync(device, cancellation) is not { } found)
            return;
        throw StorageError.Of(
            VirErrorNumber.VIR_ERR_STORAGE_POOL_BUILT,
            found == format
                ? $"Device '{device}' already formatted using '{format}'"
                : $"Format of device '{device}' does not match the expected format '{format}', "
                    + "forced overwrite is necessary");
    }

    /// <summary>Refuses to use a device that does not have what is expected on it.</summary>
    /// <exception cref="VirException">Nothing is on it (VIR_ERR_STORAGE_PROBE_FAILED), or something else.</exception>
    public static async Task RequireAsync(string device, string format, CancellationToken cancellation)
    {
        var found = await ReadAsync(device, cancellation) ?? throw StorageError.Of(
            VirErrorNumber.VIR_ERR_STORAGE_PROBE_FAILED, $"Device '{device}' is unrecognized, requires build");
        if (found != format)
        {
            throw StorageError.Operation(
                $"Format of device '{device}' does not match the expected format '{format}'");
        }
    }

    /// <summary>The word in blkid's answer, a file system's before a partition table's.</summary>
    internal static string? Find(string output)
    {
        string? table = null;
        foreach (var line in output.Split('\n'))
        {
            if (line.StartsWith("TYPE=", StringComparison.Ordinal))
                return line["TYPE=".Length..];
            if (line.StartsWith("PTTYPE=", StringComparison.Ordinal))
                table = line["PTTYPE=".Length..];
        }

        // The names that libvirt has for these.
        return table switch
        {
            "sgi" => "dvh",
            _ => table,
        };
    }

    private static async Task<string?> ReadAsync(string device, CancellationToken cancellation)
    {
        string[] arguments = ["--probe", "--output", "export", device];
        var outcome = await Tool.TryAsync("blkid", arguments, cancellation);
        return outcome.Status switch
        {
            0 => Find(outcome.Output),
            NothingFound => null,
            _ => throw StorageError.Of(
                VirErrorNumber.VIR_ERR_STORAGE_PROBE_FAILED,
                $"Failed to create filesystem probe for device {device}"),
        };
    }
}
