using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What the guest's clock starts from.</summary>
public enum ClockOffset
{
    /// <summary><c>utc</c>.</summary>
    Utc,

    /// <summary><c>localtime</c>.</summary>
    Localtime,

    /// <summary><c>variable</c>.</summary>
    Variable,

    /// <summary><c>timezone</c>.</summary>
    Timezone,

    /// <summary><c>absolute</c>.</summary>
    Absolute,
}

/// <summary>The words of <see cref="ClockOffset"/>.</summary>
public static class ClockOffsetNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<ClockOffset> Table { get; } = new("utc", "localtime", "variable", "timezone", "absolute");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this ClockOffset value) => Table[value];
}
