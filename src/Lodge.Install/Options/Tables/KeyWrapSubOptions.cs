namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--keywrap</c> takes.</summary>
internal static class KeyWrapSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("cipher[0-9]*.name", "cipher[]/@name", Takes: Takes.Commas),
        new("cipher[0-9]*.state", "cipher[]/@state", Form.OnOff, Takes.Commas),
    ];
}
