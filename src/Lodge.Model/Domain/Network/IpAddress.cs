using System.Net;
using System.Net.Sockets;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>An address of an interface (<c>&lt;ip&gt;</c>).</summary>
public sealed class IpAddress
{
    /// <summary>The address.</summary>
    public required IPAddress Address { get; set; }

    /// <summary>Bits of the network; 0 where nothing was said.</summary>
    public uint Prefix { get; set; }

    /// <summary>The address of the other end.</summary>
    public IPAddress? Peer { get; set; }

    internal static IpAddress Parse(Element element)
    {
        var text = element.Attribute("address") ?? throw XmlError.Domain("Missing required address in <ip>");
        var family = element.Attribute("family");
        if (!IPAddress.TryParse(text, out var address) || (family is "ipv4" or "ipv6" && family != Family(address)))
        {
            throw XmlError.Domain($"Invalid address '{text}' in <ip>");
        }

        var result = new IpAddress { Address = address };
        if (element.Attribute("prefix") is { } prefix)
        {
            var limit = address.AddressFamily == AddressFamily.InterNetworkV6 ? 128u : 32u;
            result.Prefix = Numbers.TryUInt(prefix, 10, out var bits) && bits <= limit
                ? bits
                : throw XmlError.Domain($"Invalid prefix value '{prefix}' in <ip>");
        }

        if (element.Attribute("peer") is { } peer)
        {
            result.Peer = IPAddress.TryParse(peer, out var other)
                ? other
                : throw XmlError.Domain(VirErrorNumber.VIR_ERR_INVALID_ARG, $"Invalid peer '{peer}' in <ip>");
        }

        return result;
    }

    internal void Format(XmlOutput output) => output.Start("ip").Attribute("address", Address.ToString())
        .Attribute("family", Family(Address)).AttributeUnlessZero("prefix", Prefix)
        .Attribute("peer", Peer?.ToString()).End();

    private static string Family(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? "ipv6" : "ipv4";
}
