using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine;

/// <summary>Where a device sits, in QEMU's words.</summary>
internal static class AddressProperties
{
    /// <summary>Adds the address of a device that is no drive.</summary>
    public static QemuProperties AddAddress(this QemuProperties properties, Device device, GuestScope scope) =>
        device.Address switch
        {
            PciAddress pci => properties
                .Add("bus", PciBus(pci, scope))
                .Add("multifunction", pci.Multifunction)
                .Add("addr", pci.Function == 0
                    ? string.Create(CultureInfo.InvariantCulture, $"0x{pci.Slot:x}")
                    : string.Create(CultureInfo.InvariantCulture, $"0x{pci.Slot:x}.0x{pci.Function:x}"))
                .AddNonZero("acpi-index", device.AcpiIndex),
            UsbAddress usb => properties
                .Add("bus", scope.FindControllerAlias(ControllerType.Usb, usb.Bus) + ".0")
                .Add("port", usb.Port),
            SpaprVioAddress spapr => properties.AddNonZero("reg", spapr.Register),
            CcwAddress ccw => properties.Add("devno", string.Create(
                CultureInfo.InvariantCulture,
                $"{ccw.ChannelSubsystem:x}.{ccw.SubchannelSet:x}.{ccw.DeviceNumber:x4}")),
            IsaAddress isa => properties.Add("iobase", isa.IoBase).AddNonZero("irq", isa.Irq),
            DimmAddress dimm => properties.Add("slot", dimm.Slot).AddNonZero("addr", dimm.Base),
            VirtioSerialAddress serial => properties
                .Add("bus", string.Create(
                    CultureInfo.InvariantCulture,
                    $"{scope.FindControllerAlias(ControllerType.VirtioSerial, serial.Controller)}.{serial.Bus}"))
                .Add("nr", serial.Port),
            _ => properties,
        };

    /// <summary>Adds the address of a drive on a bus of drives, or whatever other address it has.</summary>
    public static QemuProperties AddDriveAddress(
        this QemuProperties properties, Device device, DiskBus bus, GuestScope scope)
    {
        if (device.Address is not DriveAddress drive) return properties.AddAddress(device, scope);
        return bus switch
        {
            DiskBus.Ide => properties.Add("bus", $"{IdeAlias(drive, scope)}.{drive.Bus}").Add("unit", drive.Unit),
            DiskBus.Sata => properties.Add("bus", $"{SataAlias(drive, scope)}.{drive.Unit}"),
            DiskBus.Fdc => properties.Add("unit", drive.Unit),
            DiskBus.Scsi => AddScsi(properties, drive, scope),
            _ => throw ConfigurationError.Internal($"address type drive is not supported for bus '{bus.ToXml()}'"),
        };
    }

    private static string IdeAlias(DriveAddress drive, GuestScope scope) =>
        MachineFamily.HasBuiltinIde(scope.Definition)
            ? "ide"
            : scope.FindControllerAlias(ControllerType.Ide, drive.Controller);

    private static string SataAlias(DriveAddress drive, GuestScope scope) =>
        MachineFamily.IsQ35(scope.Definition) && drive.Controller == 0
            ? "ide"
            : scope.FindControllerAlias(ControllerType.Sata, drive.Controller);

    private static QemuProperties AddScsi(QemuProperties properties, DriveAddress drive, GuestScope scope)
    {
        var controller = scope.Definition.Controllers.FirstOrDefault(
            one => one.Type == ControllerType.Scsi && one.Index == drive.Controller)
            ?? throw ConfigurationError.Internal($"unable to find a SCSI controller for idx={drive.Controller}");
        return controller.ScsiModel switch
        {
            ScsiControllerModel.Lsilogic or ScsiControllerModel.Ncr53c90
                or ScsiControllerModel.Dc390 or ScsiControllerModel.Am53c974 => properties
                .Add("bus", $"{controller.Alias}.{drive.Bus}")
                .Add("scsi-id", drive.Unit),
            null => throw ConfigurationError.Internal("Unexpected SCSI controller model -1"),
            _ => properties
                .Add("bus", controller.Alias + ".0")
                .Add("channel", drive.Bus)
                .Add("scsi-id", drive.Target)
                .Add("lun", drive.Unit),
        };
    }

    private static string PciBus(PciAddress address, GuestScope scope)
    {
        var controller = scope.Definition.Controllers.FirstOrDefault(
            one => one.Type == ControllerType.Pci && one.Index == address.Bus)
            ?? throw ConfigurationError.Internal(
                $"Could not find PCI controller with index '{address.Bus}' required for device at address '{address}'");
        var alias = controller.Alias ?? throw ConfigurationError.Internal(
            $"Device alias was not set for PCI controller with index '{address.Bus}' "
            + $"required for device at address '{address}'");

        // The root buses are built in, so a person's alias for them never reaches QEMU.
        if (!controller.HasUserAlias) return alias;
        return controller.PciModel switch
        {
            PciControllerModel.PciRoot => "pci.0",
            PciControllerModel.PcieRoot => "pcie.0",
            _ => alias,
        };
    }
}
