namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--memorybacking</c> takes.</summary>
internal static class MemoryBackingSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("hugepages", "hugepages", Form.Presence, Takes.Switch),
        new("hugepages.page[0-9]*.size", "hugepages/page[]/@size") { Aliases = ["size"] },
        new("hugepages.page[0-9]*.unit", "hugepages/page[]/@unit") { Aliases = ["unit"] },
        new("hugepages.page[0-9]*.nodeset", "hugepages/page[]/@nodeset", Takes: Takes.Commas)
        {
            Aliases = ["nodeset"]
        },
        new("nosharepages", "nosharepages", Form.Presence, Takes.Switch),
        new("locked", "locked", Form.Presence, Takes.Switch),
        new("access.mode", "access/@mode") { Aliases = ["access_mode"] },
        new("source.type", "source/@type") { Aliases = ["source_type"] },
        new("discard", "discard", Form.Presence, Takes.Switch),
        new("allocation.mode", "allocation/@mode"),
        new("allocation.threads", "allocation/@threads", Form.Whole),
    ];
}
