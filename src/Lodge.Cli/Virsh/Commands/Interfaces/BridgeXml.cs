using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary>Turns an interface's description into that of a bridge over it, and back.</summary>
internal static class BridgeXml
{
    // What belongs to the interface itself, and not to the bridge over it.
    private static readonly string[] Own = ["mac", "bond", "vlan"];

    /// <summary>A bridge over an interface; the interface's addresses become the bridge's.</summary>
    /// <param name="nic">The interface's description; it is changed.</param>
    /// <param name="name">The interface's name.</param>
    /// <param name="bridge">The bridge's name.</param>
    /// <param name="delay">Seconds before a port forwards; null for a bridge without spanning tree.</param>
    internal static string Bridge(XElement nic, string name, string bridge, uint? delay)
    {
        var type = nic.Get("@type") ?? throw new CommandFailure($"Existing device {name} has no type");
        if (type == "bridge")
        {
            throw new CommandFailure($"Existing device {name} is already a bridge");
        }

        CheckName(nic, name);
        var port = new XElement("interface", new XAttribute("type", type), new XAttribute("name", name));
        var inner = new XElement("bridge", new XAttribute("stp", delay is null ? "off" : "on"));
        if (delay is { } seconds)
        {
            inner.SetAttributeValue("delay", seconds);
        }

        inner.Add(port);
        Move(nic, port);
        nic.SetAttributeValue("type", "bridge");
        nic.SetAttributeValue("name", bridge);
        nic.Add(inner);
        return nic.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>The one interface of a bridge, with the addresses that the bridge had.</summary>
    /// <param name="bridge">The bridge's description; it is changed.</param>
    /// <param name="name">The bridge's name.</param>
    internal static (string Xml, string Name) Unbridge(XElement bridge, string name)
    {
        var type = bridge.Get("@type") ?? throw new CommandFailure($"Existing device {name} has no type");
        if (type != "bridge")
        {
            throw new CommandFailure($"Device {name} is not a bridge");
        }

        CheckName(bridge, name);
        var inner = bridge.Element("bridge") ?? throw new CommandFailure("No bridge node in xml document");
        var port = inner.Elements("interface").ToArray() switch
        {
            [] => throw new CommandFailure("No interface attached to bridge"),
            [var only] => only,
            _ => throw new CommandFailure("Multiple interfaces attached to bridge"),
        };
        var own = port.Get("@name") ?? throw new CommandFailure($"Device attached to bridge {name} has no name");
        var ownType = port.Get("@type") ?? throw new CommandFailure($"Attached device {own} has no type");
        Move(port, bridge);
        bridge.SetAttributeValue("type", ownType);
        bridge.SetAttributeValue("name", own);
        return (bridge.ToString(SaveOptions.DisableFormatting), own);
    }

    private static void CheckName(XElement described, string name)
    {
        if (described.Get("@name") is var found && found != name)
        {
            throw new CommandFailure(
                $"Interface name from config {found} doesn't match given supplied name {name}");
        }
    }

    private static void Move(XElement from, XElement to)
    {
        foreach (var element in from.Elements().Where(static one => Own.Contains(one.Name.LocalName)).ToArray())
        {
            element.Remove();
            to.Add(element);
        }
    }
}
