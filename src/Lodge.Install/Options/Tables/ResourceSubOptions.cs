namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--resource</c> takes.</summary>
internal static class ResourceSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("partition", "partition"),
        new("fibrechannel.appid", "fibrechannel/@appid", Takes: Takes.Commas),
    ];
}
