using Lodge.Model.Xml;

namespace Lodge.Model.Storage;

/// <summary>A device that a pool stands on: a path, or the name of an iSCSI target.</summary>
public sealed record StoragePoolDevice
{
    /// <summary>The path or the name.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// Whether a <c>p</c> stands between a disk's name and a partition's number; null where nobody said.
    /// </summary>
    public bool? PartitionSeparator { get; init; }

    /// <summary>Where a disk has room for partitions; found by a refresh, never read from XML.</summary>
    public IReadOnlyList<StorageExtent> FreeExtents { get; init; } = [];

    internal static StoragePoolDevice Parse(Element element) => new()
    {
        Path = element.Attribute("path") ?? throw StorageError.Xml("missing storage pool source device path"),
        PartitionSeparator = element.YesNo("part_separator"),
    };

    internal void Format(XmlOutput output)
    {
        output.Start("device").Attribute("path", Path).YesNo("part_separator", PartitionSeparator);
        foreach (var extent in FreeExtents)
        {
            output.Start("freeExtent").Attribute("start", (ulong?)extent.Start)
                .Attribute("end", (ulong?)extent.End).End();
        }

        output.End();
    }
}
