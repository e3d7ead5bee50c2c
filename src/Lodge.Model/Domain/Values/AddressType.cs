using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of device addresses.</summary>
public enum AddressType
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>pci</c>.</summary>
    Pci,

    /// <summary><c>drive</c>.</summary>
    Drive,

    /// <summary><c>virtio-serial</c>.</summary>
    VirtioSerial,

    /// <summary><c>ccid</c>.</summary>
    Ccid,

    /// <summary><c>usb</c>.</summary>
    Usb,

    /// <summary><c>spapr-vio</c>.</summary>
    SpaprVio,

    /// <summary><c>virtio-s390</c>.</summary>
    VirtioS390,

    /// <summary><c>ccw</c>.</summary>
    Ccw,

    /// <summary><c>virtio-mmio</c>.</summary>
    VirtioMmio,

    /// <summary><c>isa</c>.</summary>
    Isa,

    /// <summary><c>dimm</c>.</summary>
    Dimm,

    /// <summary><c>unassigned</c>.</summary>
    Unassigned,
}

/// <summary>The words of <see cref="AddressType"/>.</summary>
public static class AddressTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<AddressType> Table { get; } = new(
        "none", "pci", "drive", "virtio-serial", "ccid", "usb", "spapr-vio", "virtio-s390", "ccw", "virtio-mmio",
        "isa", "dimm", "unassigned");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this AddressType value) => Table[value];
}
