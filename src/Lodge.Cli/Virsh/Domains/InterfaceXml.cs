using System.Text;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>The network interface that the options of <c>attach-interface</c> describe.</summary>
internal static class InterfaceXml
{
    private static readonly string[] KnownTypes =
    [
        "user", "ethernet", "vhostuser", "server", "client", "mcast", "network", "bridge", "internal", "direct",
        "hostdev", "udp", "vdpa", "null", "vds",
    ];

    /// <summary>Writes it as XML.</summary>
    internal static string Compose(Arguments arguments)
    {
        var type = arguments.Needed("type");
        if (!KnownTypes.Contains(type))
        {
            throw Unsupported(type);
        }

        var mode = arguments.Text("source-mode");
        if (mode is not (null or "server" or "client"))
        {
            throw new CommandFailure($"Invalid source mode: {mode}");
        }

        var bandwidth = Bandwidth(arguments);
        var text = new StringBuilder($"<interface type='{type}'");
        text.Append(arguments.Has("managed") ? " managed='yes'>\n" : ">\n");
        text.Append(Source(type, arguments.Needed("source"), mode));
        Line(text, arguments.Text("target"), static value => $"<target dev='{value}'/>");
        Line(text, arguments.Text("mac"), static value => $"<mac address='{value}'/>");
        Line(text, arguments.Text("script"), static value => $"<script path='{value}'/>");
        Line(text, arguments.Text("model"), static value => $"<model type='{value}'/>");
        Line(text, arguments.Text("alias"), static value => $"<alias name='{value}'/>");
        return text.Append(bandwidth).Append("</interface>\n").ToString();
    }

    private static string Source(string type, string source, string? mode) => type switch
    {
        "network" or "bridge" => $"  <source {type}='{source}'/>\n",
        "direct" => $"  <source dev='{source}'/>\n",
        "hostdev" => $"  <source>\n    {HostAddress(source)}  </source>\n",
        "vhostuser" when mode is null => throw new CommandFailure("source-mode is mandatory"),
        "vhostuser" => $"  <source type='unix' path='{source}' mode='{mode}'/>\n",
        _ => throw Unsupported(type),
    };

    private static string HostAddress(string source) =>
        DeviceAddress.Parse("pci:" + source)?.ToXml(multifunction: false)
        ?? throw new CommandFailure($"cannot parse pci address '{source}' for network interface");

    private static string Bandwidth(Arguments arguments)
    {
        var inbound = arguments.Text("inbound") is { } inText ? BandwidthRate.Parse(inText) : (BandwidthRate?)null;
        if (inbound is { Average: 0, Floor: 0 })
        {
            throw new CommandFailure("either inbound average or floor is mandatory");
        }

        var outbound = arguments.Text("outbound") is { } outText ? BandwidthRate.Parse(outText) : (BandwidthRate?)null;
        if (outbound is { Average: 0 })
        {
            throw new CommandFailure("outbound average is mandatory");
        }

        if (inbound is null && outbound is null)
        {
            return "";
        }

        var text = new StringBuilder("  <bandwidth>\n");
        Line(text, inbound?.ToXml(), static value => $"  <inbound{value}/>");
        Line(text, outbound?.WithoutFloor().ToXml(), static value => $"  <outbound{value}/>");
        return text.Append("  </bandwidth>\n").ToString();
    }

    private static CommandFailure Unsupported(string type) =>
        new($"No support for {type} in command 'attach-interface'");

    private static void Line(StringBuilder text, string? value, Func<string, string> element)
    {
        if (value is not null)
        {
            text.Append("  ").Append(element(value)).Append('\n');
        }
    }
}
