using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How virtiofsd caches.</summary>
public enum FilesystemCache
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>always</c>.</summary>
    Always,
}

/// <summary>The words of <see cref="FilesystemCache"/>.</summary>
public static class FilesystemCacheNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<FilesystemCache> Table { get; } = new("default", "none", "always");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this FilesystemCache value) => Table[value];
}
