using System.Globalization;
using Lodge.Model.Storage;

namespace Lodge.Storage.Backends.Scsi;

/// <summary>The SCSI hosts of this machine, as sysfs shows them.</summary>
internal static class ScsiHosts
{
    private const string Hosts = "/sys/class/scsi_host";
    private const string FibreHosts = "/sys/class/fc_host";

    /// <summary>The number in <c>host5</c>, <c>scsi_host5</c> or <c>fc_host5</c>; null for any other name.</summary>
    public static int? Number(string name)
    {
        ReadOnlySpan<char> rest = name;
        foreach (var prefix in new[] { "scsi_", "fc_" })
        {
            if (rest.StartsWith(prefix))
            {
                rest = rest[prefix.Length..];
                break;
            }
        }

        return rest.StartsWith("host")
            && int.TryParse(rest["host".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>The number of the SCSI host that an adapter names; null where there is none.</summary>
    public static int? Number(StorageAdapter adapter) => adapter switch
    {
        { Name: { } name } => Number(name),
        { ParentAddress: not null } => FindByParent(adapter),
        _ => null,
    };

    /// <summary>The Fibre Channel host with an adapter's names; null where there is none.</summary>
    public static int? FindFibre(StorageAdapter adapter)
    {
        foreach (var host in Names(FibreHosts))
        {
            if (IsName($"{FibreHosts}/{host}/node_name", adapter.NodeName)
                && IsName($"{FibreHosts}/{host}/port_name", adapter.PortName))
                return Number(host);
        }

        return null;
    }

    // /sys/class/scsi_host/host0 is a link through the PCI device: ../../devices/pci0000:00/0000:00:1f.2/…
    private static int? FindByParent(StorageAdapter adapter)
    {
        var place = $"/{adapter.ParentAddress}/";
        foreach (var host in Names(Hosts))
        {
            var link = new DirectoryInfo($"{Hosts}/{host}").LinkTarget;
            if (link?.Contains(place, StringComparison.Ordinal) == true
                && Text($"{Hosts}/{host}/unique_id") == adapter.UniqueId.ToString(CultureInfo.InvariantCulture))
                return Number(host);
        }

        return null;
    }

    private static IEnumerable<string> Names(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path))
        : [];

    private static bool IsName(string file, string? name) =>
        name is not null && string.Equals(Digits(Text(file)), Digits(name), StringComparison.OrdinalIgnoreCase);

    private static string? Digits(string? name) =>
        name?.StartsWith("0x", StringComparison.Ordinal) == true ? name[2..] : name;

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
