using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a macvtap device forwards.</summary>
public enum MacvtapMode
{
    /// <summary><c>vepa</c>.</summary>
    Vepa,

    /// <summary><c>private</c>.</summary>
    Private,

    /// <summary><c>bridge</c>.</summary>
    Bridge,

    /// <summary><c>passthrough</c>.</summary>
    Passthrough,
}

/// <summary>The words of <see cref="MacvtapMode"/>.</summary>
public static class MacvtapModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<MacvtapMode> Table { get; } = new("vepa", "private", "bridge", "passthrough");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this MacvtapMode value) => Table[value];
}
