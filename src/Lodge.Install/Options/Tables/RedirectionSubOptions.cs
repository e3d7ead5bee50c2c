namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--redirdev</c> takes.</summary>
internal static class RedirectionSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        new("boot.order", "boot/@order", Form.Whole) { Aliases = ["boot_order"] },
        new("bus", "@bus", Takes: Takes.NothingForDefault),
        new("type", "@type", Takes: Takes.NothingForDefault),
        new("server"),
        new("source.path", "source/@path"),
        new("source.host", "source/@host"),
        new("source.service", "source/@service", Form.Whole),
        new("source.bind_host", "source[@mode='bind']/@host"),
        new("source.bind_service", "source[@mode='bind']/@service", Form.Whole),
        new("source.connect_host", "source[@mode='connect']/@host"),
        new("source.connect_service", "source[@mode='connect']/@service", Form.Whole),
        new("source.mode", "source/@mode"),
        new("source.master", "source/@master"),
        new("source.slave", "source/@slave"),
        new("source.seclabel[0-9]*.model", "source/seclabel[]/@model"),
        new("source.seclabel[0-9]*.relabel", "source/seclabel[]/@relabel", Form.YesNo, Takes.Switch),
        new("source.seclabel[0-9]*.label", "source/seclabel[]/label", Takes: Takes.Commas),
        new("protocol.type", "protocol/@type"),
        new("log.file", "log/@file"),
        new("log.append", "log/@append", Form.OnOff, Takes.Switch),
        new("source.clipboard.copypaste", "source/clipboard/@copypaste", Form.YesNo, Takes.Switch),
        new("source.mouse.mode", "source/mouse/@mode"),
        new("source.channel", "source/@channel"),
        new("source.tls", "source/@tls", Form.YesNo, Takes.Switch),
    ];
}
