using System.Net;
using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>Who is asked for names that the network does not know (<c>&lt;forwarder&gt;</c>).</summary>
/// <param name="Domain">For names in this domain alone; null for all.</param>
/// <param name="Address">The server; null to keep the domain's names inside.</param>
public sealed record DnsForwarder(string? Domain, IPAddress? Address)
{
    internal static DnsForwarder Parse(string network, Element element)
    {
        var text = element.Attribute("addr");
        var address = text is null ? null : IpText.Parse(
            text, () => NetworkError.Xml($"Invalid forwarder IP address '{text}' in network '{network}'"));
        var domain = element.Attribute("domain");
        return domain is null && address is null
            ? throw NetworkError.Xml("Invalid forwarder element, must contain at least one of addr or domain")
            : new DnsForwarder(domain, address);
    }

    internal void Format(XmlOutput output) => output.Start("forwarder").Attribute("domain", Domain)
        .Attribute("addr", Address?.ToString()).End();
}
