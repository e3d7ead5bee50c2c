using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What backs guest memory.</summary>
public enum MemorySource
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>file</c>.</summary>
    File,

    /// <summary><c>anonymous</c>.</summary>
    Anonymous,

    /// <summary><c>memfd</c>.</summary>
    Memfd,
}

/// <summary>The words of <see cref="MemorySource"/>.</summary>
public static class MemorySourceNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<MemorySource> Table { get; } = new("none", "file", "anonymous", "memfd");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this MemorySource value) => Table[value];
}
