using System.Net;
using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>Names of an address (<c>&lt;host&gt;</c> of <c>&lt;dns&gt;</c>).</summary>
/// <param name="Ip">The address; null in a pattern.</param>
/// <param name="Names">The names.</param>
public sealed record DnsHost(IPAddress? Ip, IReadOnlyList<string> Names)
{
    internal static DnsHost Parse(string network, Element element, bool isPattern)
    {
        var text = element.Attribute("ip");
        if (text is null && !isPattern)
        {
            throw NetworkError.Detail($"Missing IP address in network '{network}' DNS HOST record");
        }

        var address = text is null ? null : IpText.Parse(
            text, () => NetworkError.Detail($"Invalid IP address in network '{network}' DNS HOST record"));
        var names = element.All("hostname").Where(name => name.Text.Length > 0).Select(name => name.Text).ToList();
        if (names.Count == 0 && !isPattern)
        {
            throw NetworkError.Detail($"Missing hostname in network '{network}' DNS HOST record");
        }

        return address is null && names.Count == 0
            ? throw NetworkError.Detail($"Missing ip and hostname in network '{network}' DNS HOST record")
            : new DnsHost(address, names);
    }

    internal void Format(XmlOutput output)
    {
        output.Start("host").Attribute("ip", Ip?.ToString());
        foreach (var name in Names) output.Text("hostname", name);
        output.EndLong();
    }
}
