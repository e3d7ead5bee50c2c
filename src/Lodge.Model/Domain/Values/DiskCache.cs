using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How the host caches a disk.</summary>
public enum DiskCache
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>writethrough</c>.</summary>
    Writethrough,

    /// <summary><c>writeback</c>.</summary>
    Writeback,

    /// <summary><c>directsync</c>.</summary>
    Directsync,

    /// <summary><c>unsafe</c>.</summary>
    Unsafe,
}

/// <summary>The words of <see cref="DiskCache"/>.</summary>
public static class DiskCacheNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<DiskCache> Table { get; } = new(
        "default", "none", "writethrough", "writeback", "directsync", "unsafe");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this DiskCache value) => Table[value];
}
