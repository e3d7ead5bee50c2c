namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--memballoon</c> takes.</summary>
internal static class BalloonSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        .. SharedSubOptions.Virtio,
        new("model", "@model", Takes: Takes.NothingForDefault),
        new("autodeflate", "@autodeflate", Form.OnOff, Takes.Switch),
        new("stats.period", "stats/@period", Form.Whole),
        new("freePageReporting", "@freePageReporting", Form.OnOff, Takes.Switch),
    ];
}
