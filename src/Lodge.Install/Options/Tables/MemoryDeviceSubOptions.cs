namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--memdev</c> takes.</summary>
internal static class MemoryDeviceSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        new("model", "@model"),
        new("access", "@access"),
        new("discard", "@discard", Form.YesNo, Takes.Switch),
        new("uuid", "uuid"),
        new("target.size", "target/size", Form.Whole) { Aliases = ["target_size"] },
        new("target.node", "target/node", Form.Whole) { Aliases = ["target_node"] },
        new("target.label_size", "target/label/size", Form.Whole) { Aliases = ["target_label_size"] },
        new("target.block", "target/block", Form.Whole),
        new("target.current", "target/current", Form.Whole),
        new("target.requested", "target/requested", Form.Whole),
        new("target.readonly", "target/readonly", Form.Presence, Takes.Switch),
        new("source.pagesize", "source/pagesize", Form.Whole) { Aliases = ["source_pagesize"] },
        new("source.path", "source/path") { Aliases = ["source_path"] },
        new("source.nodemask", "source/nodemask", Takes: Takes.Commas) { Aliases = ["source_nodemask"] },
        new("source.pmem", "source/pmem", Form.Presence, Takes.Switch),
        new("source.alignsize", "source/alignsize", Form.Whole),
    ];
}
