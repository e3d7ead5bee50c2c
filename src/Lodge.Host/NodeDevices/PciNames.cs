using System.Collections.Concurrent;
using System.Globalization;
using Lodge.Host.Facts;

namespace Lodge.Host.NodeDevices;

/// <summary>Names of PCI makers and products, from the machine's own list (<c>pci.ids</c>).</summary>
internal sealed class PciNames(HostFiles files)
{
    private static readonly string[] Lists =
        ["/usr/share/misc/pci.ids", "/usr/share/hwdata/pci.ids", "/var/lib/pciutils/pci.ids"];

    private readonly ConcurrentDictionary<(uint Vendor, uint Product), (string? Vendor, string? Product)> _known =
        new();

    /// <summary>The names, each null where the list has none.</summary>
    public (string? Vendor, string? Product) Find(uint vendor, uint product) =>
        _known.GetOrAdd((vendor, product), static (key, files) => Search(files, key.Vendor, key.Product), files);

    private static (string? Vendor, string? Product) Search(HostFiles files, uint vendor, uint product)
    {
        var path = Array.Find(Lists, files.Exists);
        if (path is null)
        {
            return default;
        }

        var vendorId = vendor.ToString("x4", CultureInfo.InvariantCulture) + "  ";
        var productId = "\t" + product.ToString("x4", CultureInfo.InvariantCulture) + "  ";
        string? name = null;
        foreach (var line in File.ReadLines(files.PathOf(path)))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (name is null)
            {
                name = line.StartsWith(vendorId, StringComparison.Ordinal) ? line[vendorId.Length..] : null;
            }
            else if (line[0] != '\t')
            {
                break;
            }
            else if (line.StartsWith(productId, StringComparison.Ordinal))
            {
                return (name, line[productId.Length..]);
            }
        }

        return (name, null);
    }
}
