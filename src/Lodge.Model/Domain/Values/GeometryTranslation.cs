using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How the BIOS translates a disk's geometry.</summary>
public enum GeometryTranslation
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>auto</c>.</summary>
    Auto,

    /// <summary><c>lba</c>.</summary>
    Lba,
}

/// <summary>The words of <see cref="GeometryTranslation"/>.</summary>
public static class GeometryTranslationNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<GeometryTranslation> Table { get; } = new("default", "none", "auto", "lba");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this GeometryTranslation value) => Table[value];
}
