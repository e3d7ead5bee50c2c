namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--metadata</c> takes.</summary>
internal static class MetadataSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        new("name", "name", Takes: Takes.Commas),
        new("title", "title", Takes: Takes.Commas),
        new("uuid", "uuid"),
        new("genid", "genid"),
        new("genid_enable", "genid", Form.Presence, Takes.Switch),
        new("description", "description", Takes: Takes.Commas),
        new("os_name"),
        new("os_full_id"),
    ];
}
