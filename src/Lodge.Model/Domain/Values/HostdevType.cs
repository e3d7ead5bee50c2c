using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of host devices.</summary>
public enum HostdevType
{
    /// <summary><c>usb</c>.</summary>
    Usb,

    /// <summary><c>pci</c>.</summary>
    Pci,

    /// <summary><c>scsi</c>.</summary>
    Scsi,

    /// <summary><c>scsi_host</c>.</summary>
    ScsiHost,

    /// <summary><c>mdev</c>.</summary>
    Mdev,
}

/// <summary>The words of <see cref="HostdevType"/>.</summary>
public static class HostdevTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<HostdevType> Table { get; } = new("usb", "pci", "scsi", "scsi_host", "mdev");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this HostdevType value) => Table[value];
}
