using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>Finds a network interface in a domain's definition.</summary>
internal static class InterfaceSearch
{
    /// <summary>The one interface of a type, or the one of that hardware address.</summary>
    /// <exception cref="CommandFailure">There is none, or more than one.</exception>
    internal static XElement Find(string domainXml, string type, string? mac)
    {
        var nics = XmlText.Parse(domainXml, "Failed to get interface information", keepBlanks: true)
            .All("devices/interface").Where(nic => nic.Get("@type") == type).ToArray();
        if (nics.Length == 0)
        {
            throw new CommandFailure($"No interface found whose type is {type}");
        }

        if (mac is null)
        {
            return nics.Length == 1
                ? nics[0]
                : throw new CommandFailure(
                    $"Domain has {nics.Length} interfaces. Please specify which one to detach using --mac");
        }

        var matching = nics
            .Where(nic => nic.Get("mac/@address") is { } address && MacText.Same(address, mac))
            .ToArray();
        return matching switch
        {
            [] => throw new CommandFailure($"No interface with MAC address {mac} was found"),
            [var nic] => nic,
            _ => throw new CommandFailure(
                $"Domain has multiple interfaces matching MAC address {mac}. You must use detach-device and specify "
                + "the device pci address to remove it."),
        };
    }
}
