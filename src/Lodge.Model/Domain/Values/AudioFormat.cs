using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The form of a sample.</summary>
public enum AudioFormat
{
    /// <summary>Nothing chosen.</summary>
    None,

    /// <summary><c>u8</c>.</summary>
    U8,

    /// <summary><c>s8</c>.</summary>
    S8,

    /// <summary><c>u16</c>.</summary>
    U16,

    /// <summary><c>s16</c>.</summary>
    S16,

    /// <summary><c>u32</c>.</summary>
    U32,

    /// <summary><c>s32</c>.</summary>
    S32,

    /// <summary><c>f32</c>.</summary>
    F32,
}

/// <summary>The words of <see cref="AudioFormat"/>.</summary>
public static class AudioFormatNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<AudioFormat> Table { get; } = new("", "u8", "s8", "u16", "s16", "u32", "s32", "f32");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this AudioFormat value) => Table[value];
}
