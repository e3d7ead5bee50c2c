namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--vsock</c> takes.</summary>
internal static class VsockSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        .. SharedSubOptions.Virtio,
        new("model", "@model", Takes: Takes.NothingForDefault),
        new("cid.auto", "cid/@auto", Form.YesNo, Takes.Switch) { Aliases = ["auto_cid"] },
        new("cid.address", "cid/@address", Form.Whole) { Aliases = ["cid"] },
    ];
}
