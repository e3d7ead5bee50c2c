using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Whether a near CPU model may stand in.</summary>
public enum CpuFallback
{
    /// <summary><c>allow</c>.</summary>
    Allow,

    /// <summary><c>forbid</c>.</summary>
    Forbid,
}

/// <summary>The words of <see cref="CpuFallback"/>.</summary>
public static class CpuFallbackNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<CpuFallback> Table { get; } = new("allow", "forbid");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this CpuFallback value) => Table[value];
}
