using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The driver below SDL.</summary>
public enum SdlAudioDriver
{
    /// <summary>Nothing chosen.</summary>
    None,

    /// <summary><c>esd</c>.</summary>
    Esd,

    /// <summary><c>alsa</c>.</summary>
    Alsa,

    /// <summary><c>arts</c>.</summary>
    Arts,

    /// <summary><c>pulseaudio</c>.</summary>
    Pulseaudio,
}

/// <summary>The words of <see cref="SdlAudioDriver"/>.</summary>
public static class SdlAudioDriverNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SdlAudioDriver> Table { get; } = new("", "esd", "alsa", "arts", "pulseaudio");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SdlAudioDriver value) => Table[value];
}
