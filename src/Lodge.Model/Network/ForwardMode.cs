using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>How a network reaches the world outside.</summary>
public enum ForwardMode
{
    /// <summary><c>none</c>: not at all.</summary>
    None,

    /// <summary><c>nat</c>: under the host's address.</summary>
    Nat,

    /// <summary><c>route</c>: under its own addresses.</summary>
    Route,

    /// <summary><c>open</c>: under its own addresses, with no filter at all.</summary>
    Open,

    /// <summary><c>bridge</c>: over a bridge or link of the host.</summary>
    Bridge,

    /// <summary><c>private</c>: over links of the host, guests apart.</summary>
    Private,

    /// <summary><c>vepa</c>: over links of the host and the switch outside.</summary>
    Vepa,

    /// <summary><c>passthrough</c>: each guest has a link of the host alone.</summary>
    Passthrough,

    /// <summary><c>hostdev</c>: each guest has a PCI device of the host.</summary>
    Hostdev,
}

/// <summary>The words of <see cref="ForwardMode"/>.</summary>
public static class ForwardModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<ForwardMode> Table { get; } =
        new("none", "nat", "route", "open", "bridge", "private", "vepa", "passthrough", "hostdev");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this ForwardMode value) => Table[value];

    /// <summary>Whether the network has a bridge that is made for it.</summary>
    public static bool HasOwnBridge(this ForwardMode mode) =>
        mode is ForwardMode.None or ForwardMode.Nat or ForwardMode.Route or ForwardMode.Open;
}
