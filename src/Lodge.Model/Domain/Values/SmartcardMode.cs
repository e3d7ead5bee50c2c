using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Where a smartcard comes from.</summary>
public enum SmartcardMode
{
    /// <summary><c>host</c>.</summary>
    Host,

    /// <summary><c>host-certificates</c>.</summary>
    HostCertificates,

    /// <summary><c>passthrough</c>.</summary>
    Passthrough,
}

/// <summary>The words of <see cref="SmartcardMode"/>.</summary>
public static class SmartcardModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SmartcardMode> Table { get; } = new("host", "host-certificates", "passthrough");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SmartcardMode value) => Table[value];
}
