namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--memtune</c> takes.</summary>
internal static class MemoryTuneSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("hard_limit", "hard_limit", Form.Whole),
        new("soft_limit", "soft_limit", Form.Whole),
        new("swap_hard_limit", "swap_hard_limit", Form.Whole),
        new("min_guarantee", "min_guarantee", Form.Whole),
    ];
}
