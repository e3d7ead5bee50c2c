using Lodge.Host.Facts;
using Lodge.Model.NodeDevice;
using Lodge.Protocol;

namespace Lodge.Host.NodeDevices;

/// <summary>Mediated devices, and what they are made of.</summary>
internal sealed class MdevReader(HostFiles files)
{
    private const string Parents = "/sys/class/mdev_bus";
    private const string SupportedTypes = "mdev_supported_types";

    /// <summary>What can be made of a device; null where it is no parent.</summary>
    public static List<MdevType>? Types(SysfsDevice device)
    {
        if (!device.Has(SupportedTypes))
        {
            return null;
        }

        var types = new List<MdevType>();
        foreach (var id in device.Names(SupportedTypes))
        {
            var folder = $"{SupportedTypes}/{id}/";
            if (device.Text(folder + "device_api") is { } api
                && device.Number(folder + "available_instances") is { } left)
            {
                types.Add(new(id, device.Text(folder + "name"), api, (uint)left));
            }
        }

        return types.Count > 0 ? types : null;
    }

    public static MdevCapability? Device(SysfsDevice device)
    {
        if (device.LinkName("mdev_type") is not { } type || !VirUuid.TryParse(device.Name, out var uuid)
            || SysfsDevice.Parse(device.LinkName("iommu_group"), hexadecimal: false) is not { } group)
        {
            return null;
        }

        return new()
        {
            Type = type,
            Uuid = uuid,
            ParentAddress = Path.GetFileName(Path.GetDirectoryName(device.Path)),
            IommuGroup = (uint)group,
        };
    }

    /// <summary>A parent that is no PCI function: its address is its name among all parents.</summary>
    public MdevParentCapability? Parent(SysfsDevice device) =>
        files.Names(Parents).FirstOrDefault(name => files.RealPath($"{Parents}/{name}") == device.Path) is { } address
            ? new(address, Types(device) ?? [])
            : null;
}
