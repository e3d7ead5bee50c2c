using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>Finds a disk in a domain's definition.</summary>
internal static class DiskSearch
{
    private const string Complaint = "Failed to get disk information";

    /// <summary>The disk with a target or source of that name, without its backing store.</summary>
    /// <param name="domainXml">The definition.</param>
    /// <param name="path">The name.</param>
    /// <param name="onlyRemovable">Look at CD-ROM and floppy drives only.</param>
    internal static XElement Find(string domainXml, string path, bool onlyRemovable)
    {
        var disks = XmlText.Parse(domainXml, Complaint, keepBlanks: true).All("devices/disk").ToArray();
        if (disks.Length == 0)
        {
            throw new CommandFailure(Complaint);
        }

        var disk = Array.Find(disks, disk => (!onlyRemovable || IsRemovable(disk)) && IsNamed(disk, path))
            ?? throw new CommandFailure($"No disk found whose source path or target is {path}");
        disk.Element("backingStore")?.Remove();
        return disk;
    }

    /// <summary>Media of the drive can be changed.</summary>
    internal static bool IsRemovable(XElement disk) => disk.Get("@device") is null or "cdrom" or "floppy";

    private static bool IsNamed(XElement disk, string path) =>
        disk.Get("target/@dev") == path || disk.Get("source/@file") == path || disk.Get("source/@dev") == path
        || disk.Get("source/@dir") == path || disk.Get("source/@name") == path;
}
