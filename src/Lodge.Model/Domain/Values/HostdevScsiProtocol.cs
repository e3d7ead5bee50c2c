using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a SCSI device is reached.</summary>
public enum HostdevScsiProtocol
{
    /// <summary><c>adapter</c>.</summary>
    Adapter,

    /// <summary><c>iscsi</c>.</summary>
    Iscsi,
}

/// <summary>The words of <see cref="HostdevScsiProtocol"/>.</summary>
public static class HostdevScsiProtocolNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<HostdevScsiProtocol> Table { get; } = new("adapter", "iscsi");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this HostdevScsiProtocol value) => Table[value];
}
