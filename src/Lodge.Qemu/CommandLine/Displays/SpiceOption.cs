using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Displays;

/// <summary>The screen over SPICE.</summary>
internal static class SpiceOption
{
    public static void Add(CommandLineWriter writer, Graphics display)
    {
        var settings = writer.Settings;
        var spice = display.Spice ?? new SpiceOptions();
        var place = DisplayOptions.Listen(display);
        var option = new OptionString();
        var (isPlain, isEncrypted) = AddPlace(option, display, place);
        if (settings.SpiceSasl) option.Add("sasl", true);
        option.Add("agent-mouse", spice.Mouse switch
        {
            MouseMode.Server => false,
            MouseMode.Client => true,
            _ => null,
        });

        // A password is told to QEMU's monitor, where nobody else reads it.
        if (display.Password is null && settings.SpicePassword is null) option.Add("disable-ticketing", true);
        if (isEncrypted) option.Add("x509-dir", settings.SpiceTls?.Directory ?? "/etc/pki/libvirt-spice");
        AddChannels(option, spice, isPlain, isEncrypted);
        AddCompression(option, spice);
        if (spice.CopyPaste == false) option.Add("disable-copy-paste", true);
        if (spice.FileTransfer == false) option.Add("disable-agent-file-xfer", true);
        if (display.Gl == true) option.Add("gl", true).Add("rendernode", display.RenderNode);

        // Where the other side cannot, SPICE falls back by itself.
        option.Add("seamless-migration", true);
        writer.Command.Add("-spice", option);
        if (display.Keymap is { } keymap) writer.Command.Add("-k", keymap);
    }

    private static (bool IsPlain, bool IsEncrypted) AddPlace(
        OptionString option, Graphics display, GraphicsListen place)
    {
        switch (place.Type)
        {
            case ListenType.Socket:
                option.Add("unix").Add("addr", place.Socket);
                return (true, false);
            case ListenType.None:
                // QEMU wants a port where nothing else is said; 0 is none.
                option.Add("port", 0);
                return (true, false);
            default:
                var (isPlain, isEncrypted) = (display.Port > 0, display.TlsPort > 0);
                if (isPlain) option.Add("port", display.Port);
                if (isEncrypted) option.Add("tls-port", display.TlsPort);
                if (isPlain || isEncrypted) option.Add("addr", place.Address);
                return (isPlain, isEncrypted);
        }
    }

    private static void AddChannels(OptionString option, SpiceOptions spice, bool isPlain, bool isEncrypted)
    {
        AddChannel(
            option, "default", spice.DefaultMode, isPlain, isEncrypted,
            "spice defaultMode {0} requested in XML configuration, but {1} connection is not available");
        foreach (var (name, mode) in spice.Channels)
        {
            AddChannel(
                option, name.ToXml(), mode, isPlain, isEncrypted,
                "spice {0} channels set in XML configuration, but {1} connection is not available");
        }
    }

    private static void AddChannel(
        OptionString option, string channel, SpiceChannelMode mode, bool isPlain, bool isEncrypted, string refusal)
    {
        if (mode == SpiceChannelMode.Any) return;
        var isSecure = mode == SpiceChannelMode.Secure;
        if (!(isSecure ? isEncrypted : isPlain))
        {
            throw ConfigurationError.Unsupported(string.Format(
                CultureInfo.InvariantCulture, refusal, mode.ToXml(), isSecure ? "TLS" : "plaintext"));
        }

        option.Add(isSecure ? "tls-channel" : "plaintext-channel", channel);
    }

    private static void AddCompression(OptionString option, SpiceOptions spice) => option
        .Add("image-compression",
            spice.Image == SpiceImageCompression.Default ? null : spice.Image.ToXml())
        .Add("jpeg-wan-compression",
            spice.Jpeg == SpiceJpegCompression.Default ? null : spice.Jpeg.ToXml())
        .Add("zlib-glz-wan-compression",
            spice.Zlib == SpiceZlibCompression.Default ? null : spice.Zlib.ToXml())
        .Add("playback-compression", spice.Playback)
        .Add("streaming-video", spice.Streaming == SpiceStreamingMode.Default ? null : spice.Streaming.ToXml());
}
