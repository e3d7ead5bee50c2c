using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a volume is encrypted.</summary>
public enum EncryptionFormat
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>qcow</c>.</summary>
    Qcow,

    /// <summary><c>luks</c>.</summary>
    Luks,

    /// <summary><c>luks2</c>.</summary>
    Luks2,
}

/// <summary>The words of <see cref="EncryptionFormat"/>.</summary>
public static class EncryptionFormatNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<EncryptionFormat> Table { get; } = new("default", "qcow", "luks", "luks2");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this EncryptionFormat value) => Table[value];
}
