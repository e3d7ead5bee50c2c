using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>When SPICE compresses with zlib.</summary>
public enum SpiceZlibCompression
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

/// <summary>The words of <see cref="SpiceZlibCompression"/>.</summary>
public static class SpiceZlibCompressionNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SpiceZlibCompression> Table { get; } = new("default", "auto", "never", "always");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SpiceZlibCompression value) => Table[value];
}
