using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Protection of bounds checks against speculation (pSeries).</summary>
public enum SbbcMode
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>broken</c>.</summary>
    Broken,

    /// <summary><c>workaround</c>.</summary>
    Workaround,

    /// <summary><c>fixed</c>.</summary>
    Fixed,
}

/// <summary>The words of <see cref="SbbcMode"/>.</summary>
public static class SbbcModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SbbcMode> Table { get; } = new("none", "broken", "workaround", "fixed");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SbbcMode value) => Table[value];
}
