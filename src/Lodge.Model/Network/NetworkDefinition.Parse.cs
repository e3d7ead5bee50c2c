using Lodge.Model.Domain;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Networks;

public sealed partial record NetworkDefinition
{
    internal const string DnsmasqNamespace = "http://libvirt.org/schemas/network/dnsmasq/1.0";

    internal static NetworkDefinition Parse(Element element)
    {
        var name = element.ChildText("name") ?? throw NetworkError.Of(VirErrorNumber.VIR_ERR_NO_NAME, null);
        NameText.Check(name, '/');
        var (uuid, isGiven) = ParseUuid(element.ChildText("uuid"));
        var definition = new NetworkDefinition
        {
            Name = name,
            Uuid = uuid,
            IsUuidGiven = isGiven,
            AllowsIPv6 = ParseIPv6(name, element.Attribute("ipv6")),
            TrustGuestRxFilters = element.YesNo("trustGuestRxFilters"),
            DomainName = element.Child("domain")?.Attribute("name"),
            DomainLocalOnly = element.Child("domain")?.YesNo("localOnly"),
            Bandwidth = element.Child("bandwidth") is { } limits ? Bandwidth.Parse(limits, allowFloor: false) : null,
            Vlan = element.Child("vlan") is { } vlan ? VlanTags.Parse(vlan) : null,
            IsPortIsolated = element.Child("port")?.YesNo("isolated"),
            Bridge = NetworkBridge.Parse(name, element.Child("bridge")),
            Mac = ParseMac(name, element.ChildAttribute("mac", "address")),
            Mtu = ParseMtu(name, element.ChildAttribute("mtu", "size")),
            Dns = element.Child("dns") is { } dns ? NetworkDns.Parse(name, dns) : new NetworkDns(),
            VirtualPort = element.Child("virtualport") is { } port
                ? VirtualPort.Parse(port, complete: false, generate: false, needsType: true)
                : null,
            PortGroups = element.All("portgroup").ConvertAll(PortGroup.Parse),
            Ips = element.All("ip").ConvertAll(ip => NetworkIp.Parse(name, ip)),
            Routes = element.All("route").ConvertAll(route => IpRoute.Parse(route, name)),
        };
        definition.CheckRoutes();
        definition = definition with
        {
            Forward = element.Child("forward") is { } forward
                ? NetworkForward.Parse(name, forward)
                : NetworkForward.Isolated,
        };
        NetworkShape.Check(definition);
        return definition with
        {
            Metadata = element.Child("metadata")?.Kept?.WithOneElementPerNamespace(),
            DnsmasqOptions = ParseDnsmasq(element),
        };
    }

    private static (Guid Uuid, bool IsGiven) ParseUuid(string? text) =>
        text is null ? (Guid.NewGuid(), false)
            : UuidText.TryParse(text, out var uuid) ? (uuid, true)
            : throw NetworkError.Internal("malformed uuid element");

    private static bool ParseIPv6(string name, string? text) => text switch
    {
        null or "" or "no" => false,
        "yes" => true,
        _ => throw NetworkError.Xml($"Invalid ipv6 setting '{text}' in network '{name}'"),
    };

    private static MacAddress? ParseMac(string name, string? text)
    {
        if (text is null) return null;
        if (!MacAddress.TryParse(text, out var mac))
        {
            throw NetworkError.Xml($"Invalid bridge mac address '{text}' in network '{name}'");
        }

        return mac.IsMulticast
            ? throw NetworkError.Xml($"Invalid multicast bridge mac address '{text}' in network '{name}'")
            : mac;
    }

    private static uint ParseMtu(string name, string? text) =>
        text is null ? 0
            : Numbers.TryUInt(text, 10, out var mtu) ? mtu
            : throw NetworkError.Xml($"Invalid mtu size '{text}' in network '{name}'");

    private static List<string>? ParseDnsmasq(Element element)
    {
        List<string>? lines = null;
        foreach (var options in element.Children)
        {
            if (options.Name != "options" || options.NamespaceUri != DnsmasqNamespace) continue;
            lines ??= [];
            foreach (var option in options.Children)
            {
                if (option.Name != "option" || option.NamespaceUri != DnsmasqNamespace) continue;
                lines.Add(option.Attribute("value") is { Length: > 0 } value
                    ? value
                    : throw NetworkError.Internal("No dnsmasq options value specified"));
            }
        }

        return lines is { Count: 0 } ? null : lines;
    }

    /// <summary>A route leads by way of a neighbour, never by way of somewhere far.</summary>
    private void CheckRoutes()
    {
        foreach (var route in Routes)
        {
            if (!Ips.Any(ip => IpArithmetic.Contains(ip.Address, ip.EffectivePrefix, route.Gateway)))
            {
                throw NetworkError.Unsupported(
                    $"unreachable static route gateway '{route.Gateway}' specified for network '{Name}'");
            }
        }
    }
}
