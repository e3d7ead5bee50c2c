using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>Where a disk of a domain keeps its data.</summary>
internal static class DiskSource
{
    private static readonly string[] Attributes = ["file", "dev", "dir", "name", "volume", "path"];

    /// <summary>The path or name that stands for the source, the first in the document's order, or null.</summary>
    internal static string? Of(XElement disk) =>
        disk.All("source").Attributes().FirstOrDefault(static a => Attributes.Contains(a.Name.LocalName))?.Value;
}
