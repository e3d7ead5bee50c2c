using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a NUMA side cache maps.</summary>
public enum CacheAssociativity
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>direct</c>.</summary>
    Direct,

    /// <summary><c>full</c>.</summary>
    Full,
}

/// <summary>The words of <see cref="CacheAssociativity"/>.</summary>
public static class CacheAssociativityNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<CacheAssociativity> Table { get; } = new("none", "direct", "full");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this CacheAssociativity value) => Table[value];
}
