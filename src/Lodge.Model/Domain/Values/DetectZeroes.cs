using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What becomes of written zeroes.</summary>
public enum DetectZeroes
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>off</c>.</summary>
    Off,

    /// <summary><c>on</c>.</summary>
    On,

    /// <summary><c>unmap</c>.</summary>
    Unmap,
}

/// <summary>The words of <see cref="DetectZeroes"/>.</summary>
public static class DetectZeroesNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<DetectZeroes> Table { get; } = new("default", "off", "on", "unmap");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this DetectZeroes value) => Table[value];
}
