using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What a CPU cache holds.</summary>
public enum CacheType
{
    /// <summary><c>both</c>.</summary>
    Both,

    /// <summary><c>code</c>.</summary>
    Code,

    /// <summary><c>data</c>.</summary>
    Data,
}

/// <summary>The words of <see cref="CacheType"/>.</summary>
public static class CacheTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<CacheType> Table { get; } = new("both", "code", "data");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this CacheType value) => Table[value];
}
