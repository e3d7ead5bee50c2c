using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>A controller as the guest sees it.</summary>
internal static class ControllerProperties
{
    /// <summary>The device's properties.</summary>
    public static QemuProperties Of(Controller controller, GuestScope scope)
    {
        var properties = controller.Type switch
        {
            ControllerType.Scsi => Scsi(controller, scope),
            ControllerType.VirtioSerial => VirtioProperties
                .Start("virtio-serial", controller, controller.Model, controller.Virtio, scope)
                .Add("id", controller.Alias)
                .Add("max_ports", controller.Ports)
                .Add("vectors", controller.Vectors),
            ControllerType.Ccid => QemuProperties.Device("usb-ccid").Add("id", controller.Alias),
            ControllerType.Sata => QemuProperties.Device("ahci").Add("id", controller.Alias),
            ControllerType.Usb => Usb(controller, scope),
            ControllerType.Pci => PciControllerProperties.Of(controller),
            _ => throw ConfigurationError.Unsupported($"Unsupported controller type: {controller.Type.ToXml()}"),
        };
        return properties.AddAddress(controller, scope);
    }

    private static QemuProperties Scsi(Controller controller, GuestScope scope)
    {
        var model = controller.ScsiModel ?? throw ConfigurationError.Internal("Unexpected SCSI controller model -1");
        if (model is ScsiControllerModel.VirtioScsi or ScsiControllerModel.VirtioTransitional
            or ScsiControllerModel.VirtioNonTransitional)
        {
            return VirtioProperties.Start("virtio-scsi", controller, controller.Model, controller.Virtio, scope)
                .Add("iothread", IoThreadObjects.Alias(controller.IoThread))
                .Add("id", controller.Alias)
                .AddNonZero("num_queues", controller.Queues)
                .AddNonZero("cmd_per_lun", controller.CommandsPerLun)
                .AddNonZero("max_sectors", controller.MaximumSectors)
                .Add("ioeventfd", controller.IoEventFd);
        }

        var driver = model switch
        {
            ScsiControllerModel.Lsilogic => "lsi",
            ScsiControllerModel.Ibmvscsi => "spapr-vscsi",
            ScsiControllerModel.Lsisas1068 => "mptsas1068",
            ScsiControllerModel.Lsisas1078 => "megasas",
            ScsiControllerModel.Vmpvscsi => "pvscsi",
            ScsiControllerModel.Am53c974 => "am53c974",
            ScsiControllerModel.Dc390 => "dc-390",
            _ => throw ConfigurationError.Unsupported($"Unsupported controller model: {model.ToXml()}"),
        };
        return QemuProperties.Device(driver).Add("id", controller.Alias);
    }

    private static QemuProperties Usb(Controller controller, GuestScope scope)
    {
        if (controller.UsbModel is not { } model)
        {
            throw ConfigurationError.Unsupported("no model provided for USB controller");
        }

        var driver = UsbDriver(model);
        if (!scope.Capabilities.HasDevice(driver))
        {
            throw ConfigurationError.Unsupported(
                $"USB controller model '{model.ToXml()}' not supported in this QEMU binary");
        }

        if (controller.Ports is not null && model is not (UsbControllerModel.NecXhci or UsbControllerModel.QemuXhci))
        {
            throw ConfigurationError.Unsupported(
                $"usb controller type '{model.ToXml()}' doesn't support 'ports' with this QEMU binary");
        }

        var properties = QemuProperties.Device(driver).Add("p2", controller.Ports).Add("p3", controller.Ports);
        if (controller.MasterStartPort is not { } port) return properties.Add("id", controller.Alias);
        var master = scope.Definition.Controllers.FirstOrDefault(one =>
            one.Type == ControllerType.Usb && one.Index == controller.Index && one.MasterStartPort is null)
            ?? throw ConfigurationError.Internal("masterbus not found");
        return properties.Add("masterbus", master.Alias + ".0").Add("firstport", port);
    }

    private static string UsbDriver(UsbControllerModel model) => model switch
    {
        UsbControllerModel.Piix3Uhci => "piix3-usb-uhci",
        UsbControllerModel.Piix4Uhci => "piix4-usb-uhci",
        UsbControllerModel.Ehci => "usb-ehci",
        UsbControllerModel.Ich9Ehci1 => "ich9-usb-ehci1",
        UsbControllerModel.Ich9Uhci1 => "ich9-usb-uhci1",
        UsbControllerModel.Ich9Uhci2 => "ich9-usb-uhci2",
        UsbControllerModel.Ich9Uhci3 => "ich9-usb-uhci3",
        UsbControllerModel.Vt82c686bUhci => "vt82c686b-usb-uhci",
        UsbControllerModel.PciOhci => "pci-ohci",
        UsbControllerModel.NecXhci => "nec-usb-xhci",
        UsbControllerModel.QemuXhci => "qemu-xhci",
        _ => throw ConfigurationError.Unsupported(
            $"USB controller model '{model.ToXml()}' not supported in this QEMU binary"),
    };
}
