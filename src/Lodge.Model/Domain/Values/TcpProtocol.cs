using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The protocol on a TCP character device.</summary>
public enum TcpProtocol
{
    /// <summary><c>raw</c>.</summary>
    Raw,

    /// <summary><c>telnet</c>.</summary>
    Telnet,

    /// <summary><c>telnets</c>.</summary>
    Telnets,

    /// <summary><c>tls</c>.</summary>
    Tls,
}

/// <summary>The words of <see cref="TcpProtocol"/>.</summary>
public static class TcpProtocolNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<TcpProtocol> Table { get; } = new("raw", "telnet", "telnets", "tls");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this TcpProtocol value) => Table[value];
}
