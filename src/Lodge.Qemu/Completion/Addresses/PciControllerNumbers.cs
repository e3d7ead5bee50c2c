using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Addresses;

/// <summary>The hardware that a PCI controller is, and its numbers, where nobody said them.</summary>
internal static class PciControllerNumbers
{
    private const int BusNumbersOfExpander = 2;

    public static void Complete(DomainDefinition domain, IMachineFacts facts)
    {
        foreach (var controller in domain.Controllers.Where(controller => controller.Type == ControllerType.Pci))
        {
            controller.Pci ??= new PciControllerOptions();
            if (controller.Pci.ModelName == PciModelName.None)
            {
                controller.Pci.ModelName = ModelName(controller, facts);
            }

            Number(controller, controller.Pci, controller.Address as PciAddress ?? new PciAddress(), domain);
        }
    }

    private static PciModelName ModelName(Controller controller, IMachineFacts facts) => controller.PciModel switch
    {
        PciControllerModel.PciBridge => PciModelName.PciBridge,
        PciControllerModel.DmiToPciBridge => PciModelName.I82801b11Bridge,
        PciControllerModel.PcieToPciBridge => PciModelName.PciePciBridge,
        PciControllerModel.PcieRootPort =>
            facts.HasDevice("pcie-root-port") ? PciModelName.PcieRootPort : PciModelName.Ioh3420,
        PciControllerModel.PcieSwitchUpstreamPort => PciModelName.X3130Upstream,
        PciControllerModel.PcieSwitchDownstreamPort => PciModelName.Xio3130Downstream,
        PciControllerModel.PciExpanderBus => PciModelName.Pxb,
        PciControllerModel.PcieExpanderBus => PciModelName.PxbPcie,
        _ => PciModelName.None,
    };

    private static void Number(
        Controller controller, PciControllerOptions options, PciAddress address, DomainDefinition domain)
    {
        switch (controller.PciModel)
        {
            case PciControllerModel.PciBridge:
                options.ChassisNumber ??= controller.Index;
                if (controller.Index <= address.Bus)
                {
                    throw Refusal.Unsupported(
                        $"PCI controller at index {controller.Index} (0x{controller.Index:x2}) has "
                        + $"bus='0x{address.Bus:x2}', but index must be larger than bus");
                }

                break;
            case PciControllerModel.PcieRootPort:
                options.Chassis ??= controller.Index;
                options.Port ??= (int)((address.Slot << 3) + address.Function);
                break;
            case PciControllerModel.PcieSwitchDownstreamPort:
                options.Chassis ??= controller.Index;
                options.Port ??= (int)address.Slot;
                break;
            case PciControllerModel.PciExpanderBus or PciControllerModel.PcieExpanderBus:
                options.BusNumber ??= FreeBusNumber(domain) ?? throw Refusal.Unsupported(
                    "No free busNr lower than current lowest busNr is available to auto-assign to bus "
                    + $"{address.Bus}. Must be manually assigned");
                break;
        }
    }

    /// <summary>Expanders take bus numbers from the top, leaving as many as can be to those below.</summary>
    private static int? FreeBusNumber(DomainDefinition domain)
    {
        var lowest = domain.Controllers.Select(controller => controller.Pci?.BusNumber).Min() ?? 256;
        return lowest <= BusNumbersOfExpander ? null : lowest - BusNumbersOfExpander;
    }
}
