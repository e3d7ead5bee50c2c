using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How the CPU's cache is shown.</summary>
public enum CpuCacheMode
{
    /// <summary><c>emulate</c>.</summary>
    Emulate,

    /// <summary><c>passthrough</c>.</summary>
    Passthrough,

    /// <summary><c>disable</c>.</summary>
    Disable,
}

/// <summary>The words of <see cref="CpuCacheMode"/>.</summary>
public static class CpuCacheModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<CpuCacheMode> Table { get; } = new("emulate", "passthrough", "disable");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this CpuCacheMode value) => Table[value];
}
