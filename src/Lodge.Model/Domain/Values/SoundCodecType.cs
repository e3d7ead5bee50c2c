using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The codecs of an HD audio card.</summary>
public enum SoundCodecType
{
    /// <summary><c>duplex</c>.</summary>
    Duplex,

    /// <summary><c>micro</c>.</summary>
    Micro,

    /// <summary><c>output</c>.</summary>
    Output,
}

/// <summary>The words of <see cref="SoundCodecType"/>.</summary>
public static class SoundCodecTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SoundCodecType> Table { get; } = new("duplex", "micro", "output");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SoundCodecType value) => Table[value];
}
