namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--numatune</c> takes.</summary>
internal static class NumaTuneSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("memory.nodeset", "memory/@nodeset", Takes: Takes.Commas) { Aliases = ["nodeset"] },
        new("memory.mode", "memory/@mode") { Aliases = ["mode"] },
        new("memory.placement", "memory/@placement"),
        new("memnode[0-9]*.cellid", "memnode[]/@cellid", Form.Whole, Takes.Commas),
        new("memnode[0-9]*.mode", "memnode[]/@mode"),
        new("memnode[0-9]*.nodeset", "memnode[]/@nodeset", Takes: Takes.Commas),
    ];
}
