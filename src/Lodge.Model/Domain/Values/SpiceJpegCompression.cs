using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>When SPICE compresses with JPEG.</summary>
public enum SpiceJpegCompression
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>auto</c>.</summary>
    Auto,

    /// <summary><c>never</c>.</summary>
    Never,

    /// <summary><c>always</c>.</summary>
    Always,
}

/// <summary>The words of <see cref="SpiceJpegCompression"/>.</summary>
public static class SpiceJpegCompressionNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SpiceJpegCompression> Table { get; } = new("default", "auto", "never", "always");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SpiceJpegCompression value) => Table[value];
}
