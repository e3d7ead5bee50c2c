using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a disk shows itself to the guest.</summary>
public enum DiskDevice
{
    /// <summary><c>disk</c>.</summary>
    Disk,

    /// <summary><c>cdrom</c>.</summary>
    Cdrom,

    /// <summary><c>floppy</c>.</summary>
    Floppy,

    /// <summary><c>lun</c>.</summary>
    Lun,
}

/// <summary>The words of <see cref="DiskDevice"/>.</summary>
public static class DiskDeviceNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<DiskDevice> Table { get; } = new("disk", "cdrom", "floppy", "lun");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this DiskDevice value) => Table[value];
}
