using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How VGA registers are passed through.</summary>
public enum VgaConfiguration
{
    /// <summary><c>io</c>.</summary>
    Io,

    /// <summary><c>on</c>.</summary>
    On,

    /// <summary><c>off</c>.</summary>
    Off,
}

/// <summary>The words of <see cref="VgaConfiguration"/>.</summary>
public static class VgaConfigurationNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<VgaConfiguration> Table { get; } = new("io", "on", "off");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this VgaConfiguration value) => Table[value];
}
