using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a NUMA side cache writes.</summary>
public enum CachePolicy
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>writeback</c>.</summary>
    Writeback,

    /// <summary><c>writethrough</c>.</summary>
    Writethrough,
}

/// <summary>The words of <see cref="CachePolicy"/>.</summary>
public static class CachePolicyNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<CachePolicy> Table { get; } = new("none", "writeback", "writethrough");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this CachePolicy value) => Table[value];
}
