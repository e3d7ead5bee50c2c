namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--rng</c> takes.</summary>
internal static class RngSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        .. SharedSubOptions.Virtio,
        new("type", "backend/@model"),
        new("device", "backend[@model='random']"),
        new("model", "@model"),
        new("backend", "backend[@model='random']"),
        new("backend.model", "backend/@model"),
        new("backend.type", "backend/@type") { Aliases = ["backend_type"] },
        new("backend.source.path", "backend/source/@path"),
        new("backend.source.host", "backend/source/@host") { Aliases = ["backend_host"] },
        new("backend.source.service", "backend/source/@service", Form.Whole) { Aliases = ["backend_service"] },
        new("backend.source.bind_host", "backend/source[@mode='bind']/@host"),
        new("backend.source.bind_service", "backend/source[@mode='bind']/@service", Form.Whole),
        new("backend.source.connect_host", "backend/source[@mode='connect']/@host")
        {
            Aliases = ["backend_connect_host"]
        },
        new("backend.source.connect_service", "backend/source[@mode='connect']/@service", Form.Whole)
        {
            Aliases = ["backend_connect_service"]
        },
        new("backend.source.mode", "backend/source/@mode") { Aliases = ["backend_mode"] },
        new("backend.source.master", "backend/source/@master"),
        new("backend.source.slave", "backend/source/@slave"),
        new("backend.source.seclabel[0-9]*.model", "backend/source/seclabel[]/@model"),
        new("backend.source.seclabel[0-9]*.relabel", "backend/source/seclabel[]/@relabel", Form.YesNo, Takes.Switch),
        new("backend.source.seclabel[0-9]*.label", "backend/source/seclabel[]/label", Takes: Takes.Commas),
        new("backend.protocol.type", "backend/protocol/@type"),
        new("backend.log.file", "backend/log/@file"),
        new("backend.log.append", "backend/log/@append", Form.OnOff, Takes.Switch),
        new("backend.source.clipboard.copypaste", "backend/source/clipboard/@copypaste", Form.YesNo, Takes.Switch),
        new("backend.source.mouse.mode", "backend/source/mouse/@mode"),
        new("backend.source.channel", "backend/source/@channel"),
        new("backend.source.tls", "backend/source/@tls", Form.YesNo, Takes.Switch),
        new("rate.bytes", "rate/@bytes") { Aliases = ["rate_bytes"] },
        new("rate.period", "rate/@period") { Aliases = ["rate_period"] },
    ];
}
