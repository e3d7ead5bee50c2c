using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The bus a disk hangs on.</summary>
public enum DiskBus
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>ide</c>.</summary>
    Ide,

    /// <summary><c>fdc</c>.</summary>
    Fdc,

    /// <summary><c>scsi</c>.</summary>
    Scsi,

    /// <summary><c>virtio</c>.</summary>
    Virtio,

    /// <summary><c>xen</c>.</summary>
    Xen,

    /// <summary><c>usb</c>.</summary>
    Usb,

    /// <summary><c>uml</c>.</summary>
    Uml,

    /// <summary><c>sata</c>.</summary>
    Sata,

    /// <summary><c>sd</c>.</summary>
    Sd,
}

/// <summary>The words of <see cref="DiskBus"/>.</summary>
public static class DiskBusNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<DiskBus> Table { get; } = new(
        "none", "ide", "fdc", "scsi", "virtio", "xen", "usb", "uml", "sata", "sd");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this DiskBus value) => Table[value];
}
