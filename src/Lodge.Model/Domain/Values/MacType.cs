using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Where a MAC address comes from.</summary>
public enum MacType
{
    /// <summary>Nothing chosen.</summary>
    None,

    /// <summary><c>generated</c>.</summary>
    Generated,

    /// <summary><c>static</c>.</summary>
    Static,
}

/// <summary>The words of <see cref="MacType"/>.</summary>
public static class MacTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<MacType> Table { get; } = new("", "generated", "static");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this MacType value) => Table[value];
}
