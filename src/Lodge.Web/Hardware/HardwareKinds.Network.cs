using System.Security.Cryptography;
using System.Xml.Linq;

namespace Lodge.Web.Hardware;

/// <content>Network cards.</content>
public static partial class HardwareKinds
{
    private static HardwareKind Network => new()
    {
        Id = "interface", Label = "Network card", Icon = "network", Element = "interface",
        Identity = card => Text(card.Element("mac"), "address"),
        Title = card => $"Network {Text(card.Element("mac"), "address")}",
        Template = _ => XElement.Parse($"""
            <interface type='network'><mac address='{NewAddress()}'/><source network='default'/>
            <model type='virtio'/></interface>
            """),
        Fields =
        [
            new("Kind of connection", "@type", FieldShape.Choice,
                ["network", "bridge", "direct", "user", "ethernet", "vdpa"]),
            new("Network", "source/@network", IsLive: true),
            new("Port group", "source/@portgroup", IsLive: true),
            new("Bridge", "source/@bridge", IsLive: true),
            new("Device of the host", "source/@dev"),
            new("Mode", "source/@mode", FieldShape.Choice, ["", "bridge", "vepa", "private", "passthrough"]),
            new("Model", "model/@type", Choices: ["virtio", "e1000e", "e1000", "rtl8139"]),
            new("Hardware address", "mac/@address"),
            new("Cable", "link/@state", FieldShape.Choice, ["", "up", "down"], "Down is a pulled cable.", IsLive: true),
            new("Filter", "filterref/@filter", IsLive: true),
            new("VLAN", "vlan/tag/@id", FieldShape.Number),
            new("MTU", "mtu/@size", FieldShape.Number),
            new("Device on the host", "target/@dev", FieldShape.Shown),
            new("Place in the boot order", "boot/@order", FieldShape.Number),
        ],
    };

    /// <summary>A new hardware address in the range of QEMU.</summary>
    public static string NewAddress()
    {
        var bytes = RandomNumberGenerator.GetBytes(3);
        return $"52:54:00:{bytes[0]:x2}:{bytes[1]:x2}:{bytes[2]:x2}";
    }
}
