using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of virtual ports.</summary>
public enum VirtualPortType
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>802.1Qbg</c>.</summary>
    Ieee8021Qbg,

    /// <summary><c>802.1Qbh</c>.</summary>
    Ieee8021Qbh,

    /// <summary><c>openvswitch</c>.</summary>
    Openvswitch,

    /// <summary><c>midonet</c>.</summary>
    Midonet,
}

/// <summary>The words of <see cref="VirtualPortType"/>.</summary>
public static class VirtualPortTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<VirtualPortType> Table { get; } = new(
        "none", "802.1Qbg", "802.1Qbh", "openvswitch", "midonet");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this VirtualPortType value) => Table[value];
}
