using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The hypervisor of a domain (<c>&lt;domain type&gt;</c>).</summary>
public enum DomainType
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>qemu</c>.</summary>
    Qemu,

    /// <summary><c>kqemu</c>.</summary>
    Kqemu,

    /// <summary><c>kvm</c>.</summary>
    Kvm,

    /// <summary><c>xen</c>.</summary>
    Xen,

    /// <summary><c>lxc</c>.</summary>
    Lxc,

    /// <summary><c>uml</c>.</summary>
    Uml,

    /// <summary><c>openvz</c>.</summary>
    Openvz,

    /// <summary><c>test</c>.</summary>
    Test,

    /// <summary><c>vmware</c>.</summary>
    Vmware,

    /// <summary><c>hyperv</c>.</summary>
    Hyperv,

    /// <summary><c>vbox</c>.</summary>
    Vbox,

    /// <summary><c>phyp</c>.</summary>
    Phyp,

    /// <summary><c>parallels</c>.</summary>
    Parallels,

    /// <summary><c>bhyve</c>.</summary>
    Bhyve,

    /// <summary><c>vz</c>.</summary>
    Vz,

    /// <summary><c>hvf</c>.</summary>
    Hvf,
}

/// <summary>The words of <see cref="DomainType"/>.</summary>
public static class DomainTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<DomainType> Table { get; } = new(
        "none", "qemu", "kqemu", "kvm", "xen", "lxc", "uml", "openvz", "test", "vmware", "hyperv", "vbox", "phyp",
        "parallels", "bhyve", "vz", "hvf");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this DomainType value) => Table[value];
}
