using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The transport to a storage host.</summary>
public enum StorageTransport
{
    /// <summary><c>tcp</c>.</summary>
    Tcp,

    /// <summary><c>unix</c>.</summary>
    Unix,

    /// <summary><c>rdma</c>.</summary>
    Rdma,
}

/// <summary>The words of <see cref="StorageTransport"/>.</summary>
public static class StorageTransportNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<StorageTransport> Table { get; } = new("tcp", "unix", "rdma");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this StorageTransport value) => Table[value];
}
