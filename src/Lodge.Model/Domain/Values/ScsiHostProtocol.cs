using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a SCSI host is reached.</summary>
public enum ScsiHostProtocol
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>vhost</c>.</summary>
    Vhost,
}

/// <summary>The words of <see cref="ScsiHostProtocol"/>.</summary>
public static class ScsiHostProtocolNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<ScsiHostProtocol> Table { get; } = new("none", "vhost");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this ScsiHostProtocol value) => Table[value];
}
