using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Whether guest memory is shared.</summary>
public enum MemoryAccess
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>shared</c>.</summary>
    Shared,

    /// <summary><c>private</c>.</summary>
    Private,
}

/// <summary>The words of <see cref="MemoryAccess"/>.</summary>
public static class MemoryAccessNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<MemoryAccess> Table { get; } = new("default", "shared", "private");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this MemoryAccess value) => Table[value];
}
