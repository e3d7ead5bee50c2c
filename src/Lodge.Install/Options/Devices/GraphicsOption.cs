using Lodge.Install.Drafts;
using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Devices;

/// <summary><c>--graphics</c>: a display, and who may reach it.</summary>
internal sealed class GraphicsOption() : DeviceOption("--graphics", "graphics", GraphicsSubOptions.All)
{
    private const string Any = "-1";
    private static readonly string[] Ports = ["@listen", "@port", "@tlsPort", "@autoport", "@socket"];

    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        var display = request.Element;
        switch (option.Name)
        {
            case "type":
                return value == "default";
            case "keymap":
                display[option.Path!] = value?.ToLowerInvariant() is "local" or "none" ? null : value;
                return true;
            case "port":
                SetPort(display, "@port", Port("Port", value));
                return true;
            case "tlsPort":
                SetPort(display, "@tlsPort", Port("TLS Port", value));
                return true;
            case "listen":
                Listen(display, value);
                return true;
            default:
                return base.Set(request, option, value);
        }
    }

    private static string? Port(string what, string? value)
    {
        if (value is null) return null;
        var port = OptionValue.Whole(value);
        return port == Any || (long.TryParse(port, out var number) && number >= 5900)
            ? port
            : throw new FormatException($"{what} must be above 5900, or -1 for auto allocation");
    }

    // A port of one's own choice ends what the host chose; ports left to it stay so.
    private static void SetPort(Draft display, string attribute, string? port)
    {
        var isChosenByHost = display["@type"] == "spice" && display["@port"] == Any && display["@tlsPort"] == Any;
        (display["@autoport"], display[attribute]) = (isChosenByHost ? "yes" : null, port);
    }

    private static void Listen(Draft display, string? value)
    {
        foreach (var known in display.All("listen").ToArray()) display.Remove("listen", known);
        if (value == "none")
        {
            foreach (var path in Ports) display[path] = null;
        }

        if (value is "none" or "socket") display.Add("listen")["@type"] = value;
        else display["@listen"] = value;
    }
}
