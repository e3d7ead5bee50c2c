using Lodge.Host.Facts;
using Lodge.Model.NodeDevice;

namespace Lodge.Host.NodeDevices;

/// <summary>PCI functions: identity, SR-IOV, IOMMU group, NUMA node, and what the configuration space tells.</summary>
internal sealed class PciReader(HostFiles files)
{
    private const string IommuGroups = "/sys/kernel/iommu_groups";

    private readonly PciNames _names = new(files);

    public PciCapability? Read(SysfsDevice device)
    {
        if (device.NumberProperty("PCI_CLASS", hexadecimal: true) is not { } number
            || !PciAddress.TryParse(Path.GetFileName(device.Path), out var address))
        {
            return null;
        }

        var (vendor, product) = (device.Hexadecimal("vendor") ?? 0, device.Hexadecimal("device") ?? 0);
        var names = _names.Find(vendor, product);
        var configuration = PciConfiguration.Read(device);
        var group = (int?)SysfsDevice.Parse(device.LinkName("iommu_group"), hexadecimal: false);
        return new()
        {
            Class = (int)number,
            Address = address,
            Vendor = vendor,
            VendorName = names.Vendor,
            Product = product,
            ProductName = names.Product,
            PhysicalFunction = Linked(device, "physfn"),
            MaximumVirtualFunctions = (uint)(device.Number("sriov_totalvfs") ?? 0),
            VirtualFunctions = [.. VirtualFunctions(device)],
            Header = configuration?.Header ?? 0,
            MdevTypes = MdevReader.Types(device),
            IommuGroup = group,
            IommuGroupMembers = group is { } one ? [.. Members(one)] : [],
            NumaNode = device.Number("numa_node") is >= 0 and var node ? (int)node : null,
            IsExpress = configuration?.IsExpress == true,
            LinkCapability = configuration?.LinkCapability,
            LinkStatus = configuration?.LinkStatus,
        };
    }

    private static IEnumerable<PciAddress> VirtualFunctions(SysfsDevice device)
    {
        for (var i = 0; Linked(device, $"virtfn{i}") is { } function; i++)
        {
            yield return function;
        }
    }

    private static PciAddress? Linked(SysfsDevice device, string link) =>
        device.LinkName(link) is { } name && PciAddress.TryParse(name, out var address) ? address : null;

    private IEnumerable<PciAddress> Members(int group)
    {
        foreach (var name in files.Names($"{IommuGroups}/{group}/devices"))
        {
            if (PciAddress.TryParse(name, out var address))
            {
                yield return address;
            }
        }
    }
}
