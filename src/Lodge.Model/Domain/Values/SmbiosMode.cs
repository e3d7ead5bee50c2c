using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Where SMBIOS tables come from.</summary>
public enum SmbiosMode
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>emulate</c>.</summary>
    Emulate,

    /// <summary><c>host</c>.</summary>
    Host,

    /// <summary><c>sysinfo</c>.</summary>
    Sysinfo,
}

/// <summary>The words of <see cref="SmbiosMode"/>.</summary>
public static class SmbiosModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SmbiosMode> Table { get; } = new("none", "emulate", "host", "sysinfo");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SmbiosMode value) => Table[value];
}
