using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>All controllers of a guest, each kind before the kinds that sit on it.</summary>
internal static class Controllers
{
    private static readonly ControllerType[] Order =
    [
        ControllerType.Pci,
        ControllerType.Usb,
        ControllerType.Scsi,
        ControllerType.Ide,
        ControllerType.Sata,
        ControllerType.VirtioSerial,
    ];

    public static void Add(CommandLineWriter writer)
    {
        AddHoles(writer);
        foreach (var type in Order)
        {
            Add(writer, type);
        }

        AddLegacyUsb(writer);
    }

    public static void Add(CommandLineWriter writer, ControllerType type)
    {
        foreach (var controller in writer.Definition.Controllers.Where(one => one.Type == type))
        {
            AddRootHotplug(writer, controller);
            if (IsBuiltIn(controller, writer.Definition) || controller.UsbModel == UsbControllerModel.None) continue;
            if (type == ControllerType.Usb && controller.UsbModel is null && !ForbidsLegacyUsb(writer.Definition))
            {
                continue;
            }

            writer.AddDevice(ControllerProperties.Of(controller, writer.Scope));
        }
    }

    private static bool IsBuiltIn(Controller controller, DomainDefinition definition) => controller.Type switch
    {
        ControllerType.Pci => controller.PciModel is PciControllerModel.PciRoot or PciControllerModel.PcieRoot,
        ControllerType.Sata => controller.Index == 0 && MachineFamily.IsQ35(definition),
        ControllerType.Ide => controller.Index == 0 && MachineFamily.HasBuiltinIde(definition),
        _ => false,
    };

    private static void AddHoles(CommandLineWriter writer)
    {
        foreach (var controller in writer.Definition.Controllers)
        {
            if (controller is not { Type: ControllerType.Pci, Pci.Hole64: { } size }) continue;
            var host = controller.PciModel switch
            {
                PciControllerModel.PciRoot => "i440FX-pcihost",
                PciControllerModel.PcieRoot => "q35-pcihost",
                _ => throw ConfigurationError.Internal("64-bit PCI hole setting is only for root PCI controllers"),
            };
            writer.Command.Add(
                "-global", string.Create(CultureInfo.InvariantCulture, $"{host}.pci-hole64-size={size}K"));
        }
    }

    private static void AddRootHotplug(CommandLineWriter writer, Controller controller)
    {
        if (controller is { PciModel: PciControllerModel.PciRoot, Index: 0, Pci.Hotplug: { } hotplug })
        {
            writer.Command.Add("-global", "PIIX4_PM.acpi-root-pci-hotplug=" + (hotplug ? "on" : "off"));
        }
    }

    private static void AddLegacyUsb(CommandLineWriter writer)
    {
        var usb = writer.Definition.Controllers.Where(one => one.Type == ControllerType.Usb).ToList();
        if (usb.Exists(one => one.UsbModel == UsbControllerModel.None)) return;
        if (usb.Count(one => one.UsbModel is null) > 1)
        {
            throw ConfigurationError.Unsupported("Multiple legacy USB controllers are not supported");
        }

        if (!usb.Exists(one => one.UsbModel is not null) && !ForbidsLegacyUsb(writer.Definition))
        {
            writer.Command.Add("-usb");
        }
    }

    private static bool ForbidsLegacyUsb(DomainDefinition definition) => MachineFamily.IsQ35(definition);
}
