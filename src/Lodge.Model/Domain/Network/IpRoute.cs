using System.Net;
using System.Net.Sockets;
using Lodge.Model.Networks;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

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

    /// <summary>Bits of the network, however they were said; 0 for everything.</summary>
    public int EffectivePrefix => Netmask is { } mask ? IpArithmetic.Prefix(mask) ?? 0 : (int)(Prefix ?? 0);

    internal static IpRoute Parse(Element element, string owner)
    {
        var metric = element.UInt("metric", nonZero: true);
        var prefix = element.UInt("prefix");
        var text = element.Attribute("address")
            ?? throw Refuse(owner, "Missing required address attribute in route definition");
        var way = element.Attribute("gateway")
            ?? throw Refuse(owner, "Missing required gateway attribute in route definition");
        var route = new IpRoute
        {
            Family = element.Attribute("family"),
            Address = Read(text, "network address", owner),
            Gateway = Read(way, "gateway address", owner),
            Prefix = prefix,
            Metric = metric,
        };
        var netmask = element.Attribute("netmask");
        switch (route.Family)
        {
            case null or "ipv4":
                route.CheckIPv4(owner, text, netmask);
                break;
            case "ipv6":
                route.CheckIPv6(owner, text, way, netmask);
                break;
            default:
                throw Refuse(owner, $"Unrecognized family '{route.Family}' in route definition");
        }

        return route.Address.Equals(IpArithmetic.Mask(route.Address, route.EffectivePrefix))
            ? route
            : throw Refuse(owner, $"Address '{text}' in route definition is not a network address");
    }

    private void CheckIPv4(string owner, string address, string? netmask)
    {
        var said = Family is null ? "No family specified" : "IPv4 family specified";
        if (Address.AddressFamily != AddressFamily.InterNetwork)
        {
            throw Refuse(owner, $"{said} for non-IPv4 address '{address}' in route definition");
        }

        if (Gateway.AddressFamily != AddressFamily.InterNetwork)
        {
            throw Refuse(owner, $"{said} for non-IPv4 gateway '{address}' in route definition");
        }

        if (netmask is not null)
        {
            Netmask = Read(netmask, "netmask address", owner);
            if (Netmask.AddressFamily != AddressFamily.InterNetwork)
            {
                throw Refuse(owner, $"Invalid netmask '{netmask}' for address '{address}' (both must be IPv4)");
            }

            if (Prefix is not null)
            {
                throw Refuse(owner, "Route definition cannot have both a prefix and a netmask");
            }
        }

        if (Prefix > 32)
        {
            throw Refuse(owner, $"Invalid prefix {Prefix} specified in route definition, must be 0 - 32");
        }
    }

    private void CheckIPv6(string owner, string address, string gateway, string? netmask)
    {
        if (Address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            throw Refuse(owner, $"ipv6 family specified for non-IPv6 address '{address}' in route definition");
        }

        if (netmask is not null)
        {
            throw Refuse(owner, $"Specifying netmask invalid for IPv6 address '{address}' in route definition");
        }

        if (Gateway.AddressFamily != AddressFamily.InterNetworkV6)
        {
            throw Refuse(owner, $"ipv6 specified for non-IPv6 gateway address '{gateway}' in route definition");
        }

        if (Prefix > 128)
        {
            throw Refuse(owner, $"Invalid prefix {Prefix} specified in route definition, must be 0 - 128");
        }
    }

    internal void Format(XmlOutput output) => output.Start("route").Attribute("family", Family)
        .Attribute("address", Address.ToString()).Attribute("netmask", Netmask?.ToString())
        .Attribute("prefix", (ulong?)Prefix).Attribute("gateway", Gateway.ToString())
        .Attribute("metric", (ulong?)Metric).End();

    private static IPAddress Read(string text, string what, string owner) =>
        IpText.Parse(text, () => Refuse(owner, $"Bad {what} '{text}' in route definition"));

    private static VirException Refuse(string owner, string what) =>
        new(VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_NETWORK, $"{owner}: {what}");
}
