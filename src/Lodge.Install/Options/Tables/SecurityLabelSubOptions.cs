namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--seclabel</c> takes.</summary>
internal static class SecurityLabelSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("type", "@type"),
        new("model", "@model"),
        new("relabel", "@relabel", Form.YesNo, Takes.Switch),
        new("label", "label", Takes: Takes.Commas),
        new("baselabel", "baselabel", Takes: Takes.Commas),
    ];
}
