using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How network storage is reached.</summary>
public enum StorageProtocol
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>nbd</c>.</summary>
    Nbd,

    /// <summary><c>rbd</c>.</summary>
    Rbd,

    /// <summary><c>sheepdog</c>.</summary>
    Sheepdog,

    /// <summary><c>gluster</c>.</summary>
    Gluster,

    /// <summary><c>iscsi</c>.</summary>
    Iscsi,

    /// <summary><c>http</c>.</summary>
    Http,

    /// <summary><c>https</c>.</summary>
    Https,

    /// <summary><c>ftp</c>.</summary>
    Ftp,

    /// <summary><c>ftps</c>.</summary>
    Ftps,

    /// <summary><c>tftp</c>.</summary>
    Tftp,

    /// <summary><c>ssh</c>.</summary>
    Ssh,

    /// <summary><c>vxhs</c>.</summary>
    Vxhs,

    /// <summary><c>nfs</c>.</summary>
    Nfs,
}

/// <summary>The words of <see cref="StorageProtocol"/>.</summary>
public static class StorageProtocolNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<StorageProtocol> Table { get; } = new(
        "none", "nbd", "rbd", "sheepdog", "gluster", "iscsi", "http", "https", "ftp", "ftps", "tftp", "ssh",
        "vxhs", "nfs");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this StorageProtocol value) => Table[value];
}
