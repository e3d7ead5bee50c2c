namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--sound</c> takes.</summary>
internal static class SoundSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        new("model", "@model", Takes: Takes.NothingForDefault),
        new("audio.id", "audio/@id"),
        new("codec[0-9]*.type", "codec[]/@type"),
    ];
}
