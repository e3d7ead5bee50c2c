using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What plays the guest's sound on the host.</summary>
public enum AudioType
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>alsa</c>.</summary>
    Alsa,

    /// <summary><c>coreaudio</c>.</summary>
    Coreaudio,

    /// <summary><c>jack</c>.</summary>
    Jack,

    /// <summary><c>oss</c>.</summary>
    Oss,

    /// <summary><c>pulseaudio</c>.</summary>
    Pulseaudio,

    /// <summary><c>sdl</c>.</summary>
    Sdl,

    /// <summary><c>spice</c>.</summary>
    Spice,

    /// <summary><c>file</c>.</summary>
    File,

    /// <summary><c>dbus</c>.</summary>
    Dbus,
}

/// <summary>The words of <see cref="AudioType"/>.</summary>
public static class AudioTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<AudioType> Table { get; } = new(
        "none", "alsa", "coreaudio", "jack", "oss", "pulseaudio", "sdl", "spice", "file", "dbus");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this AudioType value) => Table[value];
}
