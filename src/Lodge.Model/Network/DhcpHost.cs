using System.Net;
using System.Net.Sockets;
using Lodge.Model.Domain;
using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>A guest that always gets the same address or name (<c>&lt;host&gt;</c> of <c>&lt;dhcp&gt;</c>).</summary>
public sealed record DhcpHost
{
    /// <summary>Its hardware address, as it was written.</summary>
    public string? Mac { get; init; }

    /// <summary>Its DHCP identifier (IPv6).</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its address.</summary>
    public IPAddress? Ip { get; init; }

    /// <summary>For how long; null for the server's own time.</summary>
    public DhcpLeaseTime? Lease { get; init; }

    /// <summary>Whether it is of the same hardware address as another.</summary>
    public bool HasMacOf(DhcpHost other) => Mac is not null && other.Mac is not null
        && MacAddress.TryParse(Mac, out var mine) && MacAddress.TryParse(other.Mac, out var theirs) && mine == theirs;

    /// <summary>Reads one.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="element">The element.</param>
    /// <param name="family">The family of the address it belongs to.</param>
    /// <param name="isPattern">Whether it only has to tell one from others.</param>
    internal static DhcpHost Parse(string network, Element element, AddressFamily family, bool isPattern)
    {
        var isV6 = family == AddressFamily.InterNetworkV6;
        var host = new DhcpHost
        {
            Mac = ParseMac(network, element.Attribute("mac"), isV6),
            Id = ParseId(network, element.Attribute("id")),
            Name = element.Attribute("name") is not { } name ? null
                : name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]) ? name
                : throw NetworkError.Xml($"Cannot use host name '{name}' in network '{network}'"),
            Ip = element.Attribute("ip") is not { } ip ? null : IpText.Parse(ip, () => NetworkError.Xml(
                $"Invalid IP address in static host definition for network '{network}'")),
        };
        if (isPattern)
        {
            if ((host.Mac ?? host.Name ?? (object?)host.Ip) is null)
            {
                throw NetworkError.Xml(
                    "At least one of name, mac, or ip attribute must be specified for static host definition "
                    + $"in network '{network}' ");
            }
        }
        else
        {
            host.CheckWhole(network, isV6);
        }

        return host with { Lease = DhcpLeaseTime.Parse(element) };
    }

    internal void Format(XmlOutput output)
    {
        output.Start("host").Attribute("mac", Mac).Attribute("id", Id).Attribute("name", Name)
            .Attribute("ip", Ip?.ToString());
        Lease?.Format(output);
        output.End();
    }

    private static string? ParseMac(string network, string? mac, bool isV6)
    {
        if (mac is null) return null;
        if (isV6)
        {
            throw NetworkError.Xml(
                $"Invalid to specify MAC address '{mac}' in network '{network}' IPv6 static host definition");
        }

        if (!MacAddress.TryParse(mac, out var address))
        {
            throw NetworkError.Xml($"Cannot parse MAC address '{mac}' in network '{network}'");
        }

        return address.IsMulticast
            ? throw NetworkError.Xml($"expected unicast mac address, found multicast '{mac}' in network '{network}'")
            : mac;
    }

    private static string? ParseId(string network, string? id)
    {
        foreach (var character in id ?? "")
        {
            if (!char.IsAsciiHexDigit(character) && character != ':')
            {
                throw NetworkError.Xml($"Invalid character '{character}' in id '{id}' of network '{network}'");
            }
        }

        return id;
    }

    private void CheckWhole(string network, bool isV6)
    {
        if (isV6 && Id is null && Name is null)
        {
            throw NetworkError.Xml(
                $"Static host definition in IPv6 network '{network}' must have id or name attribute");
        }

        if (!isV6 && Mac is null && Name is null)
        {
            throw NetworkError.Xml(
                $"Static host definition in IPv4 network '{network}' must have mac or name attribute");
        }

        if (Ip is null)
        {
            throw NetworkError.Xml($"Missing IP address in static host definition for network '{network}'");
        }
    }
}
