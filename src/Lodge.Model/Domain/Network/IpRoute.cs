using System.Net;
using System.Net.Sockets;
using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A route by way of an interface (<c>&lt;route&gt;</c>).</summary>
public sealed class IpRoute
{
    /// <summary><c>ipv4</c> or <c>ipv6</c>, where the element says so.</summary>
    public string? Family { get; set; }

    /// <summary>The network.</summary>
    public required IPAddress Address { get; set; }

    /// <summary>Its mask.</summary>
    public IPAddress? Netmask { get; set; }

    /// <summary>Its bits.</summary>
    public uint? Prefix { get; set; }

    /// <summary>The way there.</summary>
    public required IPAddress Gateway { get; set; }

    /// <summary>Its cost.</summary>
    public uint? Metric { get; set; }

    internal static IpRoute Parse(Element element, string owner)
    {
        var family = element.Attribute("family");
        var address = Read(element, "address", owner) ?? (family == "ipv6" ? IPAddress.IPv6Any : IPAddress.Any);
        var gateway = Read(element, "gateway", owner)
            ?? throw XmlError.Domain($"{owner}: Missing required gateway attribute in route definition");
        var netmask = Read(element, "netmask", owner);
        if (family is not (null or "" or "ipv4" or "ipv6"))
        {
            throw XmlError.Domain($"{owner}: Unrecognized family '{family}' in route definition");
        }

        var wanted = family == "ipv6" ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
        if (address.AddressFamily != wanted || gateway.AddressFamily != wanted)
        {
            throw XmlError.Domain(
                $"{owner}: No family specified for non-IPv4 address '{address}' in route definition");
        }

        var metric = element.UInt("metric");
        return metric == 0
            ? throw XmlError.Domain($"{owner}: Invalid metric value, must be > 0 in route definition")
            : new()
            {
                Family = family,
                Address = address,
                Gateway = gateway,
                Netmask = netmask,
                Prefix = element.UInt("prefix"),
                Metric = metric,
            };
    }

    internal void Format(XmlOutput output) => output.Start("route").Attribute("family", Family)
        .Attribute("address", Address.ToString()).Attribute("netmask", Netmask?.ToString())
        .Attribute("prefix", (ulong?)Prefix).Attribute("gateway", Gateway.ToString())
        .Attribute("metric", (ulong?)Metric).End();

    private static IPAddress? Read(Element element, string name, string owner) => element.Attribute(name) switch
    {
        null => null,
        var text when IPAddress.TryParse(text, out var address) => address,
        var text => throw XmlError.Domain($"{owner}: Bad network {name} '{text}' in route definition"),
    };
}
