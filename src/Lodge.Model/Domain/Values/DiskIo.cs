using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How the host does a disk's input and output.</summary>
public enum DiskIo
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>native</c>.</summary>
    Native,

    /// <summary><c>threads</c>.</summary>
    Threads,

    /// <summary><c>io_uring</c>.</summary>
    IoUring,
}

/// <summary>The words of <see cref="DiskIo"/>.</summary>
public static class DiskIoNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<DiskIo> Table { get; } = new("default", "native", "threads", "io_uring");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this DiskIo value) => Table[value];
}
