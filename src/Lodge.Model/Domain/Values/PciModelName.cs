using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The hardware that a PCI controller is.</summary>
public enum PciModelName
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>pci-bridge</c>.</summary>
    PciBridge,

    /// <summary><c>i82801b11-bridge</c>.</summary>
    I82801b11Bridge,

    /// <summary><c>ioh3420</c>.</summary>
    Ioh3420,

    /// <summary><c>x3130-upstream</c>.</summary>
    X3130Upstream,

    /// <summary><c>xio3130-downstream</c>.</summary>
    Xio3130Downstream,

    /// <summary><c>pxb</c>.</summary>
    Pxb,

    /// <summary><c>pxb-pcie</c>.</summary>
    PxbPcie,

    /// <summary><c>pcie-root-port</c>.</summary>
    PcieRootPort,

    /// <summary><c>spapr-pci-host-bridge</c>.</summary>
    SpaprPciHostBridge,

    /// <summary><c>pcie-pci-bridge</c>.</summary>
    PciePciBridge,
}

/// <summary>The words of <see cref="PciModelName"/>.</summary>
public static class PciModelNameNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<PciModelName> Table { get; } = new(
        "none", "pci-bridge", "i82801b11-bridge", "ioh3420", "x3130-upstream", "xio3130-downstream", "pxb",
        "pxb-pcie", "pcie-root-port", "spapr-pci-host-bridge", "pcie-pci-bridge");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this PciModelName value) => Table[value];
}
