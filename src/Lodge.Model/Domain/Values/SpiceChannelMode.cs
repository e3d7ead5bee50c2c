using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Whether a SPICE channel is encrypted.</summary>
public enum SpiceChannelMode
{
    /// <summary><c>any</c>.</summary>
    Any,

    /// <summary><c>secure</c>.</summary>
    Secure,

    /// <summary><c>insecure</c>.</summary>
    Insecure,
}

/// <summary>The words of <see cref="SpiceChannelMode"/>.</summary>
public static class SpiceChannelModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SpiceChannelMode> Table { get; } = new("any", "secure", "insecure");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SpiceChannelMode value) => Table[value];
}
