using System.Xml.Linq;

namespace Lodge.Web.Hardware;

/// <content>Ports that carry text and bytes.</content>
public static partial class HardwareKinds
{
    private static string[] Sources =>
        ["pty", "unix", "tcp", "udp", "file", "dev", "pipe", "stdio", "null", "vc", "spicevmc", "spiceport"];

    private static HardwareField[] Character =>
    [
        new("Kind of source", "@type", FieldShape.Choice, Sources),
        new("Path", "source/@path"),
        new("Host", "source/@host"),
        new("Port of the host", "source/@service"),
        new("Mode", "source/@mode", FieldShape.Choice, ["", "bind", "connect"]),
        new("Written to a file too", "log/@file"),
    ];

    private static HardwareKind Serial => new()
    {
        Id = "serial", Label = "Serial port", Icon = "terminal", Element = "serial",
        Title = serial => $"Serial {Text(serial.Element("target"), "port")}",
        Template = _ => XElement.Parse("<serial type='pty'/>"),
        Fields = [.. Character, new("Kind of port", "target/@type", FieldShape.Shown)],
    };

    private static HardwareKind Parallel => new()
    {
        Id = "parallel", Label = "Parallel port", Icon = "terminal", Element = "parallel",
        Title = parallel => $"Parallel {Text(parallel.Element("target"), "port")}",
        Template = _ => XElement.Parse("<parallel type='file'><source path=''/></parallel>"),
        Fields = Character,
    };

    private static HardwareKind Console => new()
    {
        Id = "console", Label = "Console", Icon = "terminal", Element = "console",
        Title = console => $"Console {Text(console.Element("target"), "port")}",
        Template = _ => XElement.Parse("<console type='pty'><target type='virtio'/></console>"),
        Fields =
        [
            .. Character, new("Kind of console", "target/@type", FieldShape.Choice, ["virtio", "serial", "sclp"]),
        ],
    };

    private static HardwareKind Channel => new()
    {
        Id = "channel", Label = "Channel", Icon = "link", Element = "channel",
        Identity = channel => Text(channel.Element("target"), "name"),
        Title = channel => $"Channel {Text(channel.Element("target"), "name")}",
        Template = _ => XElement.Parse(
            "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>"),
        Fields =
        [
            .. Character,
            new("Name", "target/@name",
                Choices: ["org.qemu.guest_agent.0", "com.redhat.spice.0", "org.libguestfs.channel.0"]),
            new("Kind of channel", "target/@type", FieldShape.Choice, ["virtio", "guestfwd", "xen"]),
            new("State", "target/@state", FieldShape.Shown),
        ],
    };
}
