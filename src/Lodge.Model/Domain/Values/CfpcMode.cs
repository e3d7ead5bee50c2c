using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Protection of the cache against speculation (pSeries).</summary>
public enum CfpcMode
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

/// <summary>The words of <see cref="CfpcMode"/>.</summary>
public static class CfpcModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<CfpcMode> Table { get; } = new("none", "broken", "workaround", "fixed");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this CfpcMode value) => Table[value];
}
