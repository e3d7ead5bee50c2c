using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How Hyper-V enlightenments are chosen.</summary>
public enum HypervMode
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>custom</c>.</summary>
    Custom,

    /// <summary><c>passthrough</c>.</summary>
    Passthrough,
}

/// <summary>The words of <see cref="HypervMode"/>.</summary>
public static class HypervModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<HypervMode> Table { get; } = new("none", "custom", "passthrough");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this HypervMode value) => Table[value];
}
