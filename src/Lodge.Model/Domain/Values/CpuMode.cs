using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How the guest's CPU is chosen.</summary>
public enum CpuMode
{
    /// <summary><c>custom</c>.</summary>
    Custom,

    /// <summary><c>host-model</c>.</summary>
    HostModel,

    /// <summary><c>host-passthrough</c>.</summary>
    HostPassthrough,

    /// <summary><c>maximum</c>.</summary>
    Maximum,
}

/// <summary>The words of <see cref="CpuMode"/>.</summary>
public static class CpuModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<CpuMode> Table { get; } = new("custom", "host-model", "host-passthrough", "maximum");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this CpuMode value) => Table[value];
}
