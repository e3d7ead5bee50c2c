using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What a controller drives.</summary>
public enum ControllerType
{
    /// <summary><c>ide</c>.</summary>
    Ide,

    /// <summary><c>fdc</c>.</summary>
    Fdc,

    /// <summary><c>scsi</c>.</summary>
    Scsi,

    /// <summary><c>sata</c>.</summary>
    Sata,

    /// <summary><c>virtio-serial</c>.</summary>
    VirtioSerial,

    /// <summary><c>ccid</c>.</summary>
    Ccid,

    /// <summary><c>usb</c>.</summary>
    Usb,

    /// <summary><c>pci</c>.</summary>
    Pci,

    /// <summary><c>xenbus</c>.</summary>
    Xenbus,

    /// <summary><c>isa</c>.</summary>
    Isa,
}

/// <summary>The words of <see cref="ControllerType"/>.</summary>
public static class ControllerTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<ControllerType> Table { get; } = new(
        "ide", "fdc", "scsi", "sata", "virtio-serial", "ccid", "usb", "pci", "xenbus", "isa");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this ControllerType value) => Table[value];
}
