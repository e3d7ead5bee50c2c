namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--idmap</c> takes.</summary>
internal static class IdmapSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("uid.start", "uid/@start", Form.Whole) { Aliases = ["uid_start"] },
        new("uid.target", "uid/@target", Form.Whole) { Aliases = ["uid_target"] },
        new("uid.count", "uid/@count", Form.Whole) { Aliases = ["uid_count"] },
        new("gid.start", "gid/@start", Form.Whole) { Aliases = ["gid_start"] },
        new("gid.target", "gid/@target", Form.Whole) { Aliases = ["gid_target"] },
        new("gid.count", "gid/@count", Form.Whole) { Aliases = ["gid_count"] },
    ];
}
