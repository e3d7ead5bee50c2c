using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Devices;

namespace Lodge.Qemu.CommandLine.Displays;

/// <summary>Where the guest's screen is shown.</summary>
internal static class DisplayOptions
{
    public static void Add(CommandLineWriter writer)
    {
        foreach (var display in writer.Definition.Graphics)
        {
            switch (display.Type)
            {
                case GraphicsType.Sdl:
                    AddSdl(writer, display);
                    break;
                case GraphicsType.Vnc:
                    VncOption.Add(writer, display);
                    break;
                case GraphicsType.Spice:
                    SpiceOption.Add(writer, display);
                    break;
                case GraphicsType.EglHeadless:
                    writer.Command.Add(
                        "-display", new OptionString("egl-headless").Add("rendernode", display.RenderNode));
                    break;
                case GraphicsType.Dbus:
                    AddDbus(writer, display);
                    break;
                default:
                    throw ConfigurationError.Unsupported($"unsupported graphics type '{display.Type.ToXml()}'");
            }
        }
    }

    /// <summary>Refuses what QEMU cannot show at once.</summary>
    public static void Check(DomainDefinition definition, QemuSettings settings)
    {
        if (definition.Graphics.GroupBy(display => display.Type).Any(group => group.Count() > 1))
        {
            throw ConfigurationError.Unsupported(
                "only 1 graphics device of each type (sdl, vnc, spice, headless, dbus) is supported");
        }

        foreach (var display in definition.Graphics)
        {
            Check(display, definition, settings);
        }
    }

    /// <summary>The first place a display listens at.</summary>
    public static GraphicsListen Listen(Graphics display) => display.Listens.Count > 0
        ? display.Listens[0]
        : throw ConfigurationError.Internal("missing listen element");

    private static void Check(Graphics display, DomainDefinition definition, QemuSettings settings)
    {
        if (display.Listens.Count > 1)
        {
            throw ConfigurationError.Unsupported("QEMU does not support multiple listens for one graphics device.");
        }

        if (display is { Type: GraphicsType.Spice, TlsPort: > 0 } && settings.SpiceTls is null)
        {
            throw ConfigurationError.Unsupported(
                "spice TLS port set in XML configuration, but TLS is disabled in qemu.conf");
        }

        if (display.Type == GraphicsType.EglHeadless
            && definition.Graphics.Exists(
                one => one.Type is not (GraphicsType.EglHeadless or GraphicsType.Vnc or GraphicsType.Spice)))
        {
            throw ConfigurationError.Unsupported(
                "graphics type 'egl-headless' is only supported with one of: 'vnc', 'spice' graphics types");
        }
    }

    private static void AddSdl(CommandLineWriter writer, Graphics display)
    {
        if (display.XAuthority is { } authority) writer.Command.SetEnvironment("XAUTHORITY", authority);
        if (display.Display is { } screen) writer.Command.SetEnvironment("DISPLAY", screen);
        if (display.FullScreen) writer.Command.Add("-full-screen");
        writer.Command.Add("-display", new OptionString("sdl").Add("gl", display.Gl));
    }

    private static void AddDbus(CommandLineWriter writer, Graphics display)
    {
        var option = new OptionString("dbus");
        _ = display.PeerToPeer ? option.Add("p2p", true) : option.Add("addr", display.BusAddress);
        option.Add("gl", display.Gl).Add("rendernode", display.RenderNode);
        if (display.AudioId > 0) option.Add("audiodev", Audios.Id(writer.Definition, display.AudioId));
        writer.Command.Add("-display", option);
    }
}
