using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>What a controller has without being told.</summary>
internal static class ControllerDefaults
{
    private const int MostXhciPorts = 15;

    public static void Apply(Controller controller, DomainDefinition domain, IMachineFacts facts)
    {
        switch (controller.Type)
        {
            case ControllerType.Scsi:
                SetScsiModel(controller, facts);
                break;
            case ControllerType.Usb:
                ApplyUsb(controller, domain, facts);
                break;
            case ControllerType.Pci:
                CheckPci(controller, domain);
                break;
        }

        if (controller.IoThread != 0 && controller.ScsiModel is not
            (ScsiControllerModel.VirtioScsi or ScsiControllerModel.VirtioTransitional
                or ScsiControllerModel.VirtioNonTransitional))
        {
            throw Refusal.DomainXml("'iothread' attribute only supported for virtio scsi controllers");
        }
    }

    public static void SetScsiModel(Controller controller, IMachineFacts facts)
    {
        if (controller.ScsiModel is null or ScsiControllerModel.Auto)
        {
            controller.ScsiModel = facts.HasDevice("lsi")
                || facts.HasDevice("lsi53c895a") ? ScsiControllerModel.Lsilogic
                : facts.HasDevice("virtio-scsi-pci") ? ScsiControllerModel.VirtioScsi
                : throw Refusal.Internal($"Unable to determine model for SCSI controller idx={controller.Index}");
        }
    }

    private static void ApplyUsb(Controller controller, DomainDefinition domain, IMachineFacts facts)
    {
        if (controller.Model is null && facts.HasDevice("piix3-usb-uhci"))
        {
            controller.UsbModel = UsbControllerModel.Piix3Uhci;
        }

        if (controller.UsbModel is UsbControllerModel.Qusb1 or UsbControllerModel.Qusb2)
        {
            throw Refusal.Unsupported(
                $"USB controller model type 'qusb1' or 'qusb2' is not supported in {domain.Type.ToXml()}");
        }

        if (controller.UsbModel is UsbControllerModel.NecXhci or UsbControllerModel.QemuXhci
            && controller.Ports > MostXhciPorts)
        {
            throw Refusal.Unsupported($"'{controller.Model}' controller only supports up to '{MostXhciPorts}' ports");
        }
    }

    private static void CheckPci(Controller controller, DomainDefinition domain)
    {
        if (controller.PciModel is PciControllerModel.PciRoot or PciControllerModel.PcieRoot && controller.Index != 0)
        {
            throw Refusal.Xml("pci-root and pcie-root controllers should have index 0");
        }

        if (controller.PciModel == PciControllerModel.PciExpanderBus && !domain.Os.IsI440Fx)
        {
            throw Refusal.Unsupported("pci-expander-bus controllers are only supported on 440fx-based machinetypes");
        }

        if (controller.PciModel == PciControllerModel.PcieExpanderBus && !domain.Os.IsQ35)
        {
            throw Refusal.Unsupported("pcie-expander-bus controllers are not supported with this machine type");
        }

        var cells = domain.Numa?.Cells.Count ?? 0;
        if (controller.Pci?.NumaNode is { } node && node >= cells)
        {
            throw Refusal.Xml(
                $"{controller.Model} with index {controller.Index} is configured for a NUMA node ({node}) "
                + $"not present in the domain's <cpu><numa> array ({cells})");
        }
    }
}
