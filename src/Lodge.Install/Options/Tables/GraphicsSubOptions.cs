namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--graphics</c> takes.</summary>
internal static class GraphicsSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        new("type", "@type"),
        new("port"),
        new("tlsPort") { Aliases = ["tlsport"] },
        new("websocket", "@websocket", Form.Whole),
        new("listen"),
        new("keymap", "@keymap"),
        new("password", "@passwd") { Aliases = ["passwd"] },
        new("passwordValidTo", "@passwdValidTo") { Aliases = ["passwdValidTo"] },
        new("connected", "@connected"),
        new("defaultMode", "@defaultMode"),
        new("listens[0-9]*.type", "listen[]/@type"),
        new("listens[0-9]*.address", "listen[]/@address"),
        new("listens[0-9]*.network", "listen[]/@network"),
        new("listens[0-9]*.socket", "listen[]/@socket"),
        new("image.compression", "image/@compression") { Aliases = ["image_compression"] },
        new("streaming.mode", "streaming/@mode") { Aliases = ["streaming_mode"] },
        new("clipboard.copypaste", "clipboard/@copypaste", Form.YesNo, Takes.Switch)
        {
            Aliases = ["clipboard_copypaste"]
        },
        new("mouse.mode", "mouse/@mode") { Aliases = ["mouse_mode"] },
        new("filetransfer.enable", "filetransfer/@enable", Form.YesNo, Takes.Switch)
        {
            Aliases = ["filetransfer_enable"]
        },
        new("zlib.compression", "zlib/@compression"),
        new("gl.enable", "gl/@enable", Form.YesNo, Takes.Switch) { Aliases = ["gl"] },
        new("gl.rendernode", "gl/@rendernode") { Aliases = ["rendernode"] },
    ];
}
