using System.Globalization;
using System.Text;
using Lodge.Model.Networks;

namespace Lodge.Network.Dnsmasq;

public static partial class DnsmasqConfiguration
{
    private static void WriteNames(NetworkDefinition network, DnsmasqLines lines, bool servesNames)
    {
        if (servesNames)
        {
            foreach (var forwarder in network.Dns.Forwarders)
            {
                var domain = forwarder.Domain is { } name ? $"/{name}/" : "";
                lines.Add($"server={domain}{(object?)forwarder.Address ?? "#"}");
            }

            // Whoever names a server for everything does not want the host's own asked.
            if (network.Dns.Forwarders.Any(forwarder => forwarder is { Domain: null, Address: not null }))
            {
                lines.Add("no-resolv");
            }
        }

        if (network.DomainName is { } own)
        {
            if (network.DomainLocalOnly == true) lines.Add($"local=/{own}/");
            lines.Add($"domain={own}");
            lines.Add("expand-hosts");
        }

        if (!servesNames) return;
        foreach (var ip in network.Ips.Where(ip => ip.LocalPtr == true))
        {
            var domain = IpArithmetic.ReverseDomain(ip.Address, ip.EffectivePrefix)
                ?? throw NetworkFailure.Unsupported(
                    $"PTR domain for {(ip.IsV6 ? "IPv6" : "IPv4")} network with prefix {ip.EffectivePrefix} "
                    + "cannot be automatically created");
            lines.Add($"local=/{domain}/");
        }

        if (network.Dns.ForwardPlainNames == false)
        {
            lines.Add("domain-needed");
            lines.Add("local=//");
        }
    }

    private static void WriteRecords(NetworkDefinition network, DnsmasqLines lines)
    {
        foreach (var text in network.Dns.Texts) lines.Add($"txt-record={text.Name},{text.Value}");
        foreach (var service in network.Dns.Services) lines.Add(Service(service));
    }

    private static string Service(DnsService service)
    {
        var line = new StringBuilder($"srv-host=_{service.Service}._{service.Protocol}");
        if (service.Domain is { } domain) line.Append('.').Append(domain);

        // No target, or the root, says that nobody serves it (RFC 2782); the numbers are known by their places.
        if (service.Target is null or ".") return line.ToString();
        line.Append(',').Append(service.Target);
        if (service.Port + service.Priority + service.Weight > 0)
        {
            line.Append(CultureInfo.InvariantCulture, $",{Math.Max(service.Port, 1)}");
        }

        if (service.Priority + service.Weight > 0) line.Append(CultureInfo.InvariantCulture, $",{service.Priority}");
        if (service.Weight > 0) line.Append(CultureInfo.InvariantCulture, $",{service.Weight}");
        return line.ToString();
    }
}
