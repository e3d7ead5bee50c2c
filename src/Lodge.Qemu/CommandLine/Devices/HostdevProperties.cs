using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>Devices of the host, as the guest sees them.</summary>
internal static class HostdevProperties
{
    /// <summary>A USB device; one that was not there at start keeps its port and comes when it is plugged in.</summary>
    public static QemuProperties Usb(Hostdev device, GuestScope scope)
    {
        var usb = device.Usb ?? new UsbSource();
        if (!device.Missing && usb is { Bus: 0, DeviceNumber: 0 })
        {
            throw ConfigurationError.Internal("USB host device is missing bus/device information");
        }

        return QemuProperties.Device("usb-host")
            .Add("hostdevice", device.Missing
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"/dev/bus/usb/{usb.Bus:D3}/{usb.DeviceNumber:D3}"))
            .Add("id", device.Alias)
            .AddNonZero("bootindex", device.BootOrder)
            .Add("guest-reset", usb.GuestReset == UsbGuestReset.Default
                ? null
                : usb.GuestReset != UsbGuestReset.Off)
            .Add("guest-resets-all", usb.GuestReset switch
            {
                UsbGuestReset.Uninitialized => false,
                UsbGuestReset.On => true,
                _ => (bool?)null,
            })
            .AddAddress(device, scope);
    }

    /// <summary>A PCI device, through VFIO.</summary>
    public static QemuProperties Pci(Hostdev device, uint bootIndex, Teaming? teaming, GuestScope scope)
    {
        if (device.PciBackend != PciBackend.Vfio)
        {
            throw ConfigurationError.Internal($"invalid PCI passthrough type '{device.PciBackend.ToXml()}'");
        }

        return QemuProperties.Device("vfio-pci")
            .Add("host", device.Pci!.ToString())
            .Add("id", device.Alias)
            .AddNonZero("bootindex", bootIndex)
            .Add("failover_pair_id", teaming?.Type == TeamingType.Transient ? teaming.Persistent : null)
            .AddAddress(device, scope)
            .AddRom(device);
    }

    /// <summary>A SCSI device behind a block node.</summary>
    public static QemuProperties Scsi(Hostdev device, string node, GuestScope scope) =>
        QemuProperties.Device("scsi-generic")
            .Add("drive", node)
            .Add("id", device.Alias)
            .AddNonZero("bootindex", device.BootOrder)
            .AddDriveAddress(device, DiskBus.Scsi, scope);

    /// <summary>A SCSI host in the host's kernel.</summary>
    public static QemuProperties ScsiHost(Hostdev device, string helper, GuestScope scope) =>
        VirtioProperties.Start("vhost-scsi", device, device.ScsiHostModel.ToXml(), null, scope)
            .Add("wwpn", device.Wwpn)
            .Add("vhostfd", helper)
            .Add("id", device.Alias)
            .AddAddress(device, scope);

    /// <summary>A part of a device that the host's driver divides.</summary>
    public static QemuProperties Mediated(Hostdev device, GuestScope scope)
    {
        var hasRamFramebuffer = device.RamFramebuffer == true;
        var driver = device.MediatedModel == MediatedDeviceModel.VfioPci && hasRamFramebuffer
            ? "vfio-pci-nohotplug"
            : device.MediatedModel.ToXml();
        return QemuProperties.Device(driver)
            .Add("id", device.Alias)
            .Add("sysfsdev", $"/sys/bus/mdev/devices/{device.MediatedDevice:D}")
            .AddOnOff("display", device.Display)
            .AddIfOn("ramfb", hasRamFramebuffer)
            .AddNonZero("bootindex", device.BootOrder)
            .AddAddress(device, scope);
    }
}
