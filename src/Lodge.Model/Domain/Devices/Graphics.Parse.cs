using System.Globalization;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A screen, read.</summary>
public sealed partial class Graphics
{
    internal static Graphics Parse(Element element, DomainXmlParseOptions options)
    {
        var graphics = new Graphics { Type = element.RequiredNamed("type", GraphicsTypeNames.Table) };
        switch (graphics.Type)
        {
            case GraphicsType.Vnc:
                graphics.ParseVnc(element, options);
                break;
            case GraphicsType.Spice:
                graphics.ParseSpice(element, options);
                break;
            case GraphicsType.Rdp:
                graphics.ParseRdp(element, options);
                break;
            case GraphicsType.Sdl or GraphicsType.Desktop:
                graphics.FullScreen = element.YesNo("fullscreen") ?? false;
                graphics.XAuthority = graphics.Type == GraphicsType.Sdl ? element.Attribute("xauth") : null;
                graphics.Display = element.Attribute("display");
                graphics.ParseGl(graphics.Type == GraphicsType.Sdl ? element.Child("gl") : null);
                break;
            case GraphicsType.EglHeadless:
                graphics.RenderNode = element.Child("gl")?.Attribute("rendernode");
                break;
            case GraphicsType.Dbus:
                graphics.PeerToPeer = element.YesNo("p2p") ?? false;
                graphics.BusAddress = element.Attribute("address");
                graphics.ParseGl(element.Child("gl"));
                graphics.RenderNode = element.Child("gl")?.Attribute("rendernode");
                graphics.AudioId = Sound.AudioReference(element);
                break;
        }

        return graphics;
    }

    private void ParseVnc(Element element, DomainXmlParseOptions options)
    {
        GraphicsListen.ParseAll(this, element, options);
        ParsePort(element, options, "vnc");
        if (element.Attribute("autoport") is "yes" or "no")
        {
            AutoPort = element.Attribute("autoport") == "yes";
            Port = AutoPort && options.Inactive ? 0 : Port;
        }

        WebSocket = element.Int("websocket") ?? 0;
        WebSocketGenerated = element.Attribute("websocketGenerated") == "yes";
        SharePolicy = element.Named("sharePolicy", VncSharePolicyNames.Table);
        PowerControl = element.YesNo("powerControl");
        Keymap = element.Attribute("keymap");
        AudioId = Sound.AudioReference(element);
        ParsePassword(element);
    }

    private void ParseSpice(Element element, DomainXmlParseOptions options)
    {
        GraphicsListen.ParseAll(this, element, options);
        Port = element.Int("port") ?? 0;
        TlsPort = element.Int("tlsPort") ?? 0;
        AutoPort = element.YesNo("autoport") ?? false;
        Spice = new() { DefaultMode = element.Named("defaultMode", SpiceChannelModeNames.Table) };
        AutoPort |= Port == -1 && TlsPort == -1;
        if (AutoPort && options.Inactive)
        {
            (Port, TlsPort) = (0, 0);
        }

        Keymap = element.Attribute("keymap");
        ParsePassword(element);
        Spice.Parse(element);
        RenderNode = element.Child("gl")?.Attribute("rendernode");
        ParseGl(element.Child("gl"));
    }

    private void ParseRdp(Element element, DomainXmlParseOptions options)
    {
        GraphicsListen.ParseAll(this, element, options);
        ParsePort(element, options, "rdp");
        AutoPort |= element.Attribute("autoport") == "yes";
        Port = AutoPort && options.Inactive ? 0 : Port;
        ReplaceUser = element.Attribute("replaceUser") == "yes";
        MultiUser = element.Attribute("multiUser") == "yes";
    }

    private void ParsePort(Element element, DomainXmlParseOptions options, string kind)
    {
        if (element.Attribute("port") is not { } text)
        {
            AutoPort = true;
            return;
        }

        Port = Numbers.TryInt(text, 10, out var port) ? port : throw XmlError.Domain(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"cannot parse {kind} port {text}");
        if (Port == -1)
        {
            AutoPort = true;
            Port = options.Inactive ? 0 : Port;
        }
    }

    private void ParseGl(Element? gl)
    {
        gl?.Required("enable");
        Gl = gl?.YesNo("enable");
    }

    private void ParsePassword(Element element)
    {
        Password = element.Attribute("passwd");
        if (Password is null)
        {
            return;
        }

        if (element.Attribute("passwdValidTo") is { } text)
        {
            PasswordValidTo = DateTime.TryParseExact(
                text, "yyyy-M-dTH:m:s", CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var end)
                ? end
                : throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                    $"cannot parse password validity time '{text}', expect YYYY-MM-DDTHH:MM:SS");
        }

        if (element.Attribute("connected") is { } word)
        {
            Connected = ConnectedActionNames.Table.TryParse(word, out var action) && action != ConnectedAction.Default
                ? action
                : throw XmlError.Unsupported($"unknown connected value {word}");
            if (Type == GraphicsType.Vnc && Connected != ConnectedAction.Keep)
            {
                throw XmlError.Unsupported("VNC supports connected='keep' only");
            }
        }
    }
}
