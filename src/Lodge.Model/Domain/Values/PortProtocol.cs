using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The protocol of a forwarded port.</summary>
public enum PortProtocol
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>tcp</c>.</summary>
    Tcp,

    /// <summary><c>udp</c>.</summary>
    Udp,
}

/// <summary>The words of <see cref="PortProtocol"/>.</summary>
public static class PortProtocolNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<PortProtocol> Table { get; } = new("none", "tcp", "udp");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this PortProtocol value) => Table[value];
}
