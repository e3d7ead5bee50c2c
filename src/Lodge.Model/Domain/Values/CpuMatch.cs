using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How closely the CPU must be met.</summary>
public enum CpuMatch
{
    /// <summary><c>exact</c>.</summary>
    Exact,

    /// <summary><c>minimum</c>.</summary>
    Minimum,

    /// <summary><c>strict</c>.</summary>
    Strict,
}

/// <summary>The words of <see cref="CpuMatch"/>.</summary>
public static class CpuMatchNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<CpuMatch> Table { get; } = new("exact", "minimum", "strict");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this CpuMatch value) => Table[value];
}
