using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What SPICE streams as video.</summary>
public enum SpiceStreamingMode
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>filter</c>.</summary>
    Filter,

    /// <summary><c>all</c>.</summary>
    All,

    /// <summary><c>off</c>.</summary>
    Off,
}

/// <summary>The words of <see cref="SpiceStreamingMode"/>.</summary>
public static class SpiceStreamingModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SpiceStreamingMode> Table { get; } = new("default", "filter", "all", "off");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SpiceStreamingMode value) => Table[value];
}
