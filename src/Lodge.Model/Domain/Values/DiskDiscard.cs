using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What becomes of discards.</summary>
public enum DiskDiscard
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>unmap</c>.</summary>
    Unmap,

    /// <summary><c>ignore</c>.</summary>
    Ignore,
}

/// <summary>The words of <see cref="DiskDiscard"/>.</summary>
public static class DiskDiscardNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<DiskDiscard> Table { get; } = new("default", "unmap", "ignore");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this DiskDiscard value) => Table[value];
}
