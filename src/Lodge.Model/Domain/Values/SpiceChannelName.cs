using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The channels of SPICE.</summary>
public enum SpiceChannelName
{
    /// <summary><c>main</c>.</summary>
    Main,

    /// <summary><c>display</c>.</summary>
    Display,

    /// <summary><c>inputs</c>.</summary>
    Inputs,

    /// <summary><c>cursor</c>.</summary>
    Cursor,

    /// <summary><c>playback</c>.</summary>
    Playback,

    /// <summary><c>record</c>.</summary>
    Record,

    /// <summary><c>smartcard</c>.</summary>
    Smartcard,

    /// <summary><c>usbredir</c>.</summary>
    Usbredir,
}

/// <summary>The words of <see cref="SpiceChannelName"/>.</summary>
public static class SpiceChannelNameNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SpiceChannelName> Table { get; } = new(
        "main", "display", "inputs", "cursor", "playback", "record", "smartcard", "usbredir");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SpiceChannelName value) => Table[value];
}
