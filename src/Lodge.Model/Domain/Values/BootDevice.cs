using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A device to boot from (<c>&lt;boot dev&gt;</c>).</summary>
public enum BootDevice
{
    /// <summary><c>fd</c>.</summary>
    Fd,

    /// <summary><c>cdrom</c>.</summary>
    Cdrom,

    /// <summary><c>hd</c>.</summary>
    Hd,

    /// <summary><c>network</c>.</summary>
    Network,
}

/// <summary>The words of <see cref="BootDevice"/>.</summary>
public static class BootDeviceNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<BootDevice> Table { get; } = new("fd", "cdrom", "hd", "network");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this BootDevice value) => Table[value];
}
