using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of sound cards.</summary>
public enum SoundModel
{
    /// <summary><c>sb16</c>.</summary>
    Sb16,

    /// <summary><c>es1370</c>.</summary>
    Es1370,

    /// <summary><c>pcspk</c>.</summary>
    Pcspk,

    /// <summary><c>ac97</c>.</summary>
    Ac97,

    /// <summary><c>ich6</c>.</summary>
    Ich6,

    /// <summary><c>ich9</c>.</summary>
    Ich9,

    /// <summary><c>usb</c>.</summary>
    Usb,

    /// <summary><c>ich7</c>.</summary>
    Ich7,
}

/// <summary>The words of <see cref="SoundModel"/>.</summary>
public static class SoundModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SoundModel> Table { get; } = new(
        "sb16", "es1370", "pcspk", "ac97", "ich6", "ich9", "usb", "ich7");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SoundModel value) => Table[value];
}
