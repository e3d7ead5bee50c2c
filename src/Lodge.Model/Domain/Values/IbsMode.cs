using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Protection of indirect branches against speculation (pSeries).</summary>
public enum IbsMode
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>broken</c>.</summary>
    Broken,

    /// <summary><c>workaround</c>.</summary>
    Workaround,

    /// <summary><c>fixed-ibs</c>.</summary>
    FixedIbs,

    /// <summary><c>fixed-ccd</c>.</summary>
    FixedCcd,

    /// <summary><c>fixed-na</c>.</summary>
    FixedNa,
}

/// <summary>The words of <see cref="IbsMode"/>.</summary>
public static class IbsModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<IbsMode> Table { get; } = new(
        "none", "broken", "workaround", "fixed-ibs", "fixed-ccd", "fixed-na");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this IbsMode value) => Table[value];
}
