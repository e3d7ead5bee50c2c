using Lodge.Host.Facts;
using Lodge.Model.NodeDevice;

namespace Lodge.Host.NodeDevices;

/// <summary>Says what a device is, by libvirt's rules.</summary>
internal sealed class NodeDeviceReader(HostFiles files)
{
    private readonly PciReader _pci = new(files);
    private readonly NetReader _net = new(files);
    private readonly ScsiReader _scsi = new(files);
    private readonly MdevReader _mdev = new(files);

    /// <summary>The device's name and what it is; nulls where it is nothing that a node device can be.</summary>
    public (string? Name, NodeDeviceCapability? Capability) Read(SysfsDevice device)
    {
        var (capability, suffix) = Describe(device);
        return capability is null ? default : (NodeDeviceNames.Of(device.Subsystem, device.Name, suffix), capability);
    }

    private (NodeDeviceCapability? Capability, string? Suffix) Describe(SysfsDevice device)
    {
        switch (device.Property("DEVTYPE"))
        {
            case "usb_device":
                return (UsbReader.Device(device), null);
            case "usb_interface":
                return (UsbReader.Interface(device), null);
            case "scsi_host":
                return (_scsi.Host(device), null);
            case "scsi_target":
                return (_scsi.Target(device), null);
            case "scsi_device":
                return (ScsiReader.Unit(device), null);
            case "disk":
                var storage = StorageReader.Read(device);
                return (storage, storage?.Serial);
            case "wlan":
                return Interface(_net.Read(device, isWireless: true));
            case "drm_minor":
                return (DrmReader.Read(device), null);
            case not null:
                return default;
        }

        return device.Subsystem switch
        {
            "scsi_generic" => (device.Node is { } node ? new ScsiGenericCapability(node) : null, null),
            "mdev" => Mediated(MdevReader.Device(device)),
            "vdpa" => (VdpaReader.Read(device, files), null),
            "mtty" => (_mdev.Parent(device), null),
            _ when device.Property("INTERFACE") is not null => Interface(_net.Read(device, isWireless: false)),
            _ when device.Property("PCI_CLASS") is not null => (_pci.Read(device), null),
            _ => default,
        };

        static (NodeDeviceCapability?, string?) Interface(NetCapability? net) => (net, net?.Address);

        static (NodeDeviceCapability?, string?) Mediated(MdevCapability? mdev) => (mdev, mdev?.ParentAddress);
    }
}
