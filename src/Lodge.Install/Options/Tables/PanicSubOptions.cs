namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--panic</c> takes.</summary>
internal static class PanicSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address.Select(
            option => option.Name == "address.iobase" ? option with { Aliases = ["iobase"] } : option),
        new("model", "@model", Takes: Takes.NothingForDefault),
    ];
}
