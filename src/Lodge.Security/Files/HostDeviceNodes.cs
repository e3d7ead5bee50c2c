using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Security.Files;

/// <summary>The device nodes through which a guest drives devices of the host.</summary>
public static class HostDeviceNodes
{
    private const string MediatedDevices = "/sys/bus/mdev/devices";
    private const string PciDevices = "/sys/bus/pci/devices";
    private const string ScsiDevices = "/sys/bus/scsi/devices";

    /// <summary>The nodes of a device; none where it is not there, or is reached through the network.</summary>
    /// <param name="device">The device.</param>
    public static IEnumerable<GuestFile> Of(Hostdev device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return device switch
        {
            { Mode: not HostdevMode.Subsystem } or { Missing: true } => [],
            { Type: HostdevType.Usb, Usb: { DeviceNumber: > 0 } usb } =>
                [Node(string.Create(CultureInfo.InvariantCulture, $"/dev/bus/usb/{usb.Bus:D3}/{usb.DeviceNumber:D3}"))],
            { Type: HostdevType.Pci, Pci: { } address } => VfioGroup(address) is { } group ? [group] : [],
            { Type: HostdevType.Scsi, Scsi: { IscsiName: null } scsi } => 
                Scsi(scsi) is { } path
                    ? [Node(path) with
                    {
                        IsShared = device.Readonly || device.Shareable,
                        IsReadonly = device.Readonly,
                        IsShareable = device.Shareable,
                    }]
                    : [],
            { Type: HostdevType.ScsiHost } => [Node("/dev/vhost-scsi")],
            { Type: HostdevType.Mdev, MediatedDevice: { } id } =>
                Group(Path.Combine(MediatedDevices, id.ToString("D"))) is { } path ? [Node(path)] : [],
            _ => [],
        };
    }

    /// <summary>The VFIO group of a PCI device of the host; null where it has none.</summary>
    /// <param name="address">Where the device is on the host.</param>
    public static GuestFile? VfioGroup(PciAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{address.Domain:x4}:{address.Bus:x2}:{address.Slot:x2}.{address.Function:x}");
        return Group(Path.Combine(PciDevices, name)) is { } path ? new GuestFile(path, GuestFileKind.VfioGroup) : null;
    }

    private static GuestFile Node(string path) => new(path, GuestFileKind.HostDevice);

    private static string? Group(string device) =>
        Directory.ResolveLinkTarget(Path.Combine(device, "iommu_group"), returnFinalTarget: true) is { } group
            ? Path.Combine("/dev/vfio", group.Name)
            : null;

    private static string? Scsi(ScsiSource source)
    {
        const string HostPrefix = "scsi_host";
        if (source.Adapter?.StartsWith(HostPrefix, StringComparison.Ordinal) != true)
        {
            return null;
        }

        var host = source.Adapter[HostPrefix.Length..];
        var name = string.Create(CultureInfo.InvariantCulture, $"{host}:{source.Bus}:{source.Target}:{source.Unit}");
        var generic = Path.Combine(ScsiDevices, name, "scsi_generic");
        return Directory.Exists(generic) && Directory.EnumerateDirectories(generic).FirstOrDefault() is { } found
            ? Path.Combine("/dev", Path.GetFileName(found))
            : null;
    }
}
