using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>Bridges and ports of PCI.</summary>
internal static class PciControllerProperties
{
    public static QemuProperties Of(Controller controller)
    {
        var pci = controller.Pci ?? new PciControllerOptions();
        var properties = QemuProperties.Device(pci.ModelName.ToXml());
        switch (controller.PciModel)
        {
            case PciControllerModel.PciBridge:
                return properties.Add("chassis_nr", pci.ChassisNumber).Add("id", controller.Alias);
            case PciControllerModel.PciExpanderBus or PciControllerModel.PcieExpanderBus:
                return properties
                    .Add("bus_nr", pci.BusNumber)
                    .Add("id", controller.Alias)
                    .Add("numa_node", pci.NumaNode);
            case PciControllerModel.DmiToPciBridge
                or PciControllerModel.PcieSwitchUpstreamPort
                or PciControllerModel.PcieToPciBridge:
                return properties.Add("id", controller.Alias);
            case PciControllerModel.PcieRootPort or PciControllerModel.PcieSwitchDownstreamPort:
                return properties
                    .Add("port", pci.Port)
                    .Add("chassis", pci.Chassis)
                    .Add("id", controller.Alias)
                    .Add("hotplug", pci.Hotplug);
            case PciControllerModel.PcieRoot:
                throw ConfigurationError.Unsupported("Unsupported PCI Express root controller");
            case PciControllerModel.PciRoot:
                throw ConfigurationError.Unsupported("Unsupported PCI root controller: this machine has its own");
            default:
                throw ConfigurationError.Internal("Unexpected PCI controller model -1");
        }
    }
}
