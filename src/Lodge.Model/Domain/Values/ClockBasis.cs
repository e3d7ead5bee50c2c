using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What a variable clock counts from.</summary>
public enum ClockBasis
{
    /// <summary><c>utc</c>.</summary>
    Utc,

    /// <summary><c>localtime</c>.</summary>
    Localtime,
}

/// <summary>The words of <see cref="ClockBasis"/>.</summary>
public static class ClockBasisNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<ClockBasis> Table { get; } = new("utc", "localtime");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this ClockBasis value) => Table[value];
}
