using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How the screen is shown.</summary>
public enum GraphicsType
{
    /// <summary><c>sdl</c>.</summary>
    Sdl,

    /// <summary><c>vnc</c>.</summary>
    Vnc,

    /// <summary><c>rdp</c>.</summary>
    Rdp,

    /// <summary><c>desktop</c>.</summary>
    Desktop,

    /// <summary><c>spice</c>.</summary>
    Spice,

    /// <summary><c>egl-headless</c>.</summary>
    EglHeadless,

    /// <summary><c>dbus</c>.</summary>
    Dbus,
}

/// <summary>The words of <see cref="GraphicsType"/>.</summary>
public static class GraphicsTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<GraphicsType> Table { get; } = new(
        "sdl", "vnc", "rdp", "desktop", "spice", "egl-headless", "dbus");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this GraphicsType value) => Table[value];
}
