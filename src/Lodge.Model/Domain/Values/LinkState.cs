using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Whether the cable is in.</summary>
public enum LinkState
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>up</c>.</summary>
    Up,

    /// <summary><c>down</c>.</summary>
    Down,
}

/// <summary>The words of <see cref="LinkState"/>.</summary>
public static class LinkStateNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<LinkState> Table { get; } = new("default", "up", "down");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this LinkState value) => Table[value];
}
