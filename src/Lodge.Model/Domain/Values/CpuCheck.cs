using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How the CPU is checked at start.</summary>
public enum CpuCheck
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>partial</c>.</summary>
    Partial,

    /// <summary><c>full</c>.</summary>
    Full,
}

/// <summary>The words of <see cref="CpuCheck"/>.</summary>
public static class CpuCheckNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<CpuCheck> Table { get; } = new("default", "none", "partial", "full");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this CpuCheck value) => Table[value];
}
