using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The firmware to choose.</summary>
public enum FirmwareKind
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>bios</c>.</summary>
    Bios,

    /// <summary><c>efi</c>.</summary>
    Efi,
}

/// <summary>The words of <see cref="FirmwareKind"/>.</summary>
public static class FirmwareKindNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<FirmwareKind> Table { get; } = new("none", "bios", "efi");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this FirmwareKind value) => Table[value];
}
