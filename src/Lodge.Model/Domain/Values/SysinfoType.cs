using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How system information reaches the guest.</summary>
public enum SysinfoType
{
    /// <summary><c>smbios</c>.</summary>
    Smbios,

    /// <summary><c>fwcfg</c>.</summary>
    Fwcfg,
}

/// <summary>The words of <see cref="SysinfoType"/>.</summary>
public static class SysinfoTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SysinfoType> Table { get; } = new("smbios", "fwcfg");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SysinfoType value) => Table[value];
}
