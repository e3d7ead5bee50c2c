using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The driver that passes a PCI device through.</summary>
public enum PciBackend
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>kvm</c>.</summary>
    Kvm,

    /// <summary><c>vfio</c>.</summary>
    Vfio,

    /// <summary><c>xen</c>.</summary>
    Xen,
}

/// <summary>The words of <see cref="PciBackend"/>.</summary>
public static class PciBackendNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<PciBackend> Table { get; } = new("default", "kvm", "vfio", "xen");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this PciBackend value) => Table[value];
}
