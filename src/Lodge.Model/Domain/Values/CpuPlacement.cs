using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Who places virtual CPUs.</summary>
public enum CpuPlacement
{
    /// <summary><c>static</c>.</summary>
    Static,

    /// <summary><c>auto</c>.</summary>
    Auto,
}

/// <summary>The words of <see cref="CpuPlacement"/>.</summary>
public static class CpuPlacementNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<CpuPlacement> Table { get; } = new("static", "auto");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this CpuPlacement value) => Table[value];
}
