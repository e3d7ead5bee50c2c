namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--watchdog</c> takes.</summary>
internal static class WatchdogSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        new("model", "@model", Takes: Takes.NothingForDefault),
        new("action", "@action", Takes: Takes.NothingForDefault),
    ];
}
