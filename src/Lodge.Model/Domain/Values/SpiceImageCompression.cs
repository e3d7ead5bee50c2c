using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How SPICE compresses images.</summary>
public enum SpiceImageCompression
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>auto_glz</c>.</summary>
    AutoGlz,

    /// <summary><c>auto_lz</c>.</summary>
    AutoLz,

    /// <summary><c>quic</c>.</summary>
    Quic,

    /// <summary><c>glz</c>.</summary>
    Glz,

    /// <summary><c>lz</c>.</summary>
    Lz,

    /// <summary><c>off</c>.</summary>
    Off,
}

/// <summary>The words of <see cref="SpiceImageCompression"/>.</summary>
public static class SpiceImageCompressionNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SpiceImageCompression> Table { get; } = new(
        "default", "auto_glz", "auto_lz", "quic", "glz", "lz", "off");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SpiceImageCompression value) => Table[value];
}
