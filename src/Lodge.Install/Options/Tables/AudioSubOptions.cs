namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--audio</c> takes.</summary>
internal static class AudioSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("type", "@type"),
        new("id", "@id"),
    ];
}
