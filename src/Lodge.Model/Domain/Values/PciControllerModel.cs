using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of PCI controllers.</summary>
public enum PciControllerModel
{
    /// <summary><c>pci-root</c>.</summary>
    PciRoot,

    /// <summary><c>pcie-root</c>.</summary>
    PcieRoot,

    /// <summary><c>pci-bridge</c>.</summary>
    PciBridge,

    /// <summary><c>dmi-to-pci-bridge</c>.</summary>
    DmiToPciBridge,

    /// <summary><c>pcie-to-pci-bridge</c>.</summary>
    PcieToPciBridge,

    /// <summary><c>pcie-root-port</c>.</summary>
    PcieRootPort,

    /// <summary><c>pcie-switch-upstream-port</c>.</summary>
    PcieSwitchUpstreamPort,

    /// <summary><c>pcie-switch-downstream-port</c>.</summary>
    PcieSwitchDownstreamPort,

    /// <summary><c>pci-expander-bus</c>.</summary>
    PciExpanderBus,

    /// <summary><c>pcie-expander-bus</c>.</summary>
    PcieExpanderBus,
}

/// <summary>The words of <see cref="PciControllerModel"/>.</summary>
public static class PciControllerModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<PciControllerModel> Table { get; } = new(
        "pci-root", "pcie-root", "pci-bridge", "dmi-to-pci-bridge", "pcie-to-pci-bridge", "pcie-root-port",
        "pcie-switch-upstream-port", "pcie-switch-downstream-port", "pci-expander-bus", "pcie-expander-bus");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this PciControllerModel value) => Table[value];
}
