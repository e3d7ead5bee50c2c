namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--memory</c> takes.</summary>
internal static class MemorySubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        new("memory", "memory", Form.Whole),
        new("currentMemory"),
        new("maxMemory", "maxMemory", Form.Whole) { Aliases = ["hotplugmemorymax"] },
        new("maxMemory.slots", "maxMemory/@slots", Form.Whole) { Aliases = ["hotplugmemoryslots"] },
        new("maxmemory"),
        new("hugepages", "memoryBacking/hugepages", Form.Presence, Takes.Switch),
    ];
}
