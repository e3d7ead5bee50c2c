using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Devices;

namespace Lodge.Qemu.CommandLine.Displays;

/// <summary>The screen over VNC.</summary>
internal static class VncOption
{
    private const int FirstPort = 5900;
    private const int LastPort = 65535;
    private const string TlsAlias = "vnc-tls-creds0";

    public static void Add(CommandLineWriter writer, Graphics display)
    {
        var settings = writer.Settings;
        var option = Place(display)
            .Add("share", display.SharePolicy == VncSharePolicy.Default ? null : display.SharePolicy.ToXml());
        if (display.Password is not null || settings.VncPassword is not null) option.Add("password", true);
        if (settings.VncTls is { } tls)
        {
            writer.AddObjects(TlsCredentials.Objects(TlsAlias, tls, isServer: true, writer.Context));
            option.Add("tls-creds", TlsAlias);
        }

        if (settings.VncSasl) option.Add("sasl", true);
        option
            .Add("power-control", display.PowerControl)
            .Add("audiodev", Audios.Id(writer.Definition, display.AudioId));
        writer.Command.Add("-vnc", option);
        if (display.Keymap is { } keymap) writer.Command.Add("-k", keymap);
    }

    private static OptionString Place(Graphics display)
    {
        var listen = DisplayOptions.Listen(display);
        if (listen.Type == ListenType.None) return new OptionString("none");
        if (listen.Type == ListenType.Socket) return new OptionString().Add("vnc", "unix:" + listen.Socket);
        if (!display.AutoPort && display.Port is < FirstPort or > LastPort)
        {
            throw ConfigurationError.Unsupported("vnc port must be in range [5900,65535]");
        }

        var address = listen.Address?.Contains(':', StringComparison.Ordinal) == true
            ? $"[{listen.Address}]"
            : listen.Address;
        return new OptionString(string.Create(CultureInfo.InvariantCulture, $"{address}:{display.Port - FirstPort}"))
            .Add("websocket", display.WebSocket == 0 ? null : display.WebSocket);
    }
}
