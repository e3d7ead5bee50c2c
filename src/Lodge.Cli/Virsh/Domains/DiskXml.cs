using System.Text;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>The disk that the options of <c>attach-disk</c> describe.</summary>
internal static class DiskXml
{
    /// <summary>Writes it as XML.</summary>
    internal static string Compose(Arguments arguments)
    {
        var target = arguments.Needed("target");
        var type = Type(arguments);
        if (arguments.Text("mode") is { } mode && mode is not ("readonly" or "shareable"))
        {
            throw new CommandFailure($"No support for {mode} in command 'attach-disk'");
        }

        var text = new StringBuilder($"<disk type='{type}'");
        Attribute(text, "device", arguments.Text("type"));
        text.Append(arguments.Has("rawio") ? " rawio='yes'>\n" : ">\n");
        AppendDriver(text, arguments);
        AppendSource(text, arguments, type);
        text.Append($"  <target dev='{target}'");
        text.Append(arguments.Text("targetbus") is { } bus ? $" bus='{bus}'/>\n" : "/>\n");
        Line(text, arguments.Text("mode"), static value => $"<{value}/>");
        Line(text, arguments.Text("serial"), static value => $"<serial>{value}</serial>");
        Line(text, arguments.Text("alias"), static value => $"<alias name='{value}'/>");
        Line(text, arguments.Text("wwn"), static value => $"<wwn>{value}</wwn>");
        if (arguments.Text("address") is { } address)
        {
            text.Append("  ").Append(Address(address, target, arguments.Has("multifunction")));
        }

        return text.Append("</disk>\n").ToString();
    }

    private static string Type(Arguments arguments)
    {
        var type = arguments.Text("sourcetype");
        if (type is not (null or "file" or "block" or "network"))
        {
            throw new CommandFailure($"Unknown source type: '{type}'");
        }

        var protocol = arguments.Text("source-protocol");
        if (type is null)
        {
            type = protocol is not null ? "network"
                : IsBlockDevice(arguments) ? "block"
                : "file";
        }

        return type == "network" == protocol is not null
            ? type
            : throw new CommandFailure("--source-protocol option requires --sourcetype network");
    }

    private static bool IsBlockDevice(Arguments arguments) =>
        arguments.Text("driver") is not ("file" or "tap") && FileKind.IsBlockDevice(arguments.Text("source"));

    private static void AppendDriver(StringBuilder text, Arguments arguments)
    {
        var driver = new StringBuilder();
        Attribute(driver, "name", arguments.Text("driver"));
        Attribute(driver, "type", arguments.Text("subdriver"));
        Attribute(driver, "iothread", arguments.Text("iothread"));
        Attribute(driver, "cache", arguments.Text("cache"));
        Attribute(driver, "io", arguments.Text("io"));
        if (driver.Length > 0)
        {
            text.Append($"  <driver{driver}/>\n");
        }
    }

    private static void AppendSource(StringBuilder text, Arguments arguments, string type)
    {
        var source = new StringBuilder();
        var host = new StringBuilder();
        switch (type)
        {
            case "network":
                Attribute(source, "protocol", arguments.Text("source-protocol"));
                Attribute(source, "name", arguments.Text("source"));
                Attribute(host, "transport", arguments.Text("source-host-transport"));
                Attribute(host, "socket", arguments.Text("source-host-socket"));
                var name = arguments.Text("source-host-name")?.Split(':', 2);
                Attribute(host, "name", name?[0]);
                Attribute(host, "port", name is [_, var port] ? port : null);
                break;
            default:
                Attribute(source, type == "block" ? "dev" : "file", arguments.Text("source"));
                break;
        }

        if (host.Length > 0)
        {
            text.Append($"  <source{source}>\n    <host{host}/>\n  </source>\n");
        }
        else if (source.Length > 0)
        {
            text.Append($"  <source{source}/>\n");
        }
    }

    private static string Address(string text, string target, bool multifunction)
    {
        var address = DeviceAddress.Parse(text) ?? throw new CommandFailure("Invalid address.");
        var (kinds, expected) = target.Length < 2 ? ("", "") : target[..2] switch
        {
            "vd" => ("pci ccw", "a pci:0000.00.00.00 or ccw:00.0.0000"),
            "sd" => ("scsi usb sata", "a scsi:00.00.00 or usb:00.00 or sata:00.00.00"),
            "hd" => ("ide", "an ide:00.00.00"),
            _ => ("", ""),
        };
        return kinds.Length == 0 || kinds.Split(' ').Contains(address.Kind)
            ? address.ToXml(multifunction)
            : throw new CommandFailure($"expecting {expected} address.");
    }

    private static void Attribute(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append($" {name}='{XmlFormat.Escape(value)}'");
        }
    }

    private static void Line(StringBuilder text, string? value, Func<string, string> element)
    {
        if (value is not null)
        {
            text.Append("  ").Append(element(value)).Append('\n');
        }
    }
}
