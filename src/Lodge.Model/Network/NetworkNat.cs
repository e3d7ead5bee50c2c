using System.Net.Sockets;
using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>How addresses are translated (<c>&lt;nat&gt;</c>).</summary>
public sealed record NetworkNat
{
    private const uint HighestPort = 65535;

    /// <summary>Whether IPv6 is translated too.</summary>
    public bool? IPv6 { get; init; }

    /// <summary>The addresses outside; null for the host's own.</summary>
    public AddressRange? Addresses { get; init; }

    /// <summary>The first port outside; 0 for 1024.</summary>
    public uint FirstPort { get; init; }

    /// <summary>The last port outside; 0 for 65535.</summary>
    public uint LastPort { get; init; }

    internal static NetworkNat Parse(string network, Element element, ForwardMode mode)
    {
        if (mode != ForwardMode.Nat)
        {
            throw NetworkError.Xml(
                $"The <nat> element can only be used when <forward> 'mode' is 'nat' in network {network}");
        }

        var nat = new NetworkNat { IPv6 = element.YesNo("ipv6"), Addresses = ParseAddresses(network, element) };
        return element.All("port") switch
        {
            [] => nat,
            [var port] => nat.WithPorts(network, port),
            _ => throw NetworkError.Xml(
                $"Only one <port> element is allowed in <nat> in <forward> in network {network}"),
        };
    }

    internal void Format(XmlOutput output)
    {
        output.Start("nat").YesNo("ipv6", IPv6);
        if (Addresses is { } range)
        {
            output.Start("address").Attribute("start", range.Start.ToString()).Attribute("end", range.End.ToString())
                .End();
        }

        if (FirstPort != 0 || LastPort != 0)
        {
            output.Start("port").Attribute("start", (ulong?)FirstPort).AttributeUnlessZero("end", LastPort).End();
        }

        output.EndUnlessEmpty();
    }

    private NetworkNat WithPorts(string network, Element port)
    {
        var first = Port(port, "start");
        if (first is null or > HighestPort)
        {
            throw NetworkError.Detail(
                $"Missing or invalid 'start' attribute in <port> in <nat> in <forward> in network {network}");
        }

        var last = Port(port, "end");
        if (last is null or > HighestPort || last < first)
        {
            throw NetworkError.Detail(
                $"Missing or invalid 'end' attribute in <port> in <nat> in <forward> in network {network}");
        }

        return this with { FirstPort = first.Value, LastPort = last.Value };
    }

    private static uint? Port(Element port, string name) =>
        port.Attribute(name) is { } text && Numbers.TryUInt(text, 10, out var value) ? value : null;

    private static AddressRange? ParseAddresses(string network, Element nat)
    {
        var addresses = nat.All("address");
        if (addresses.Count == 0) return null;
        if (addresses.Count > 1)
        {
            throw NetworkError.Xml(
                $"Only one <address> element is allowed in <nat> in <forward> in network {network}");
        }

        var start = Required("start");
        var end = Required("end");
        var range = new AddressRange(Address(start, "start"), Address(end, "end"));
        range.Check();
        return range;

        string Required(string name) => addresses[0].Attribute(name) ?? throw NetworkError.Xml(
            $"missing '{name}' attribute in <address> element in <nat> in <forward> in network {network}");

        System.Net.IPAddress Address(string text, string which) =>
            IpText.TryParse(text) is { AddressFamily: AddressFamily.InterNetwork } address
                ? address
                : throw NetworkError.Xml(
                    $"Bad ipv4 {which} address '{text}' in <nat> in <forward> in network '{network}'");
    }
}
