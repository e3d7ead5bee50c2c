using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>Addresses that DHCP hands out (<c>&lt;range&gt;</c>).</summary>
/// <param name="Addresses">From where to where.</param>
/// <param name="Lease">For how long; null for the server's own time.</param>
public sealed record DhcpRange(AddressRange Addresses, DhcpLeaseTime? Lease)
{
    internal static DhcpRange Parse(string network, Element element, NetworkIp ip)
    {
        var addresses = new AddressRange(Address("start"), Address("end"));
        addresses.Check(ip.Address, ip.EffectivePrefix);
        return new DhcpRange(addresses, DhcpLeaseTime.Parse(element));

        System.Net.IPAddress Address(string name) => IpText.Parse(element.Attribute(name)
            ?? throw NetworkError.Xml($"Missing '{name}' attribute in dhcp range for network '{network}'"));
    }

    internal void Format(XmlOutput output)
    {
        output.Start("range").Attribute("start", Addresses.Start.ToString())
            .Attribute("end", Addresses.End.ToString());
        Lease?.Format(output);
        output.End();
    }
}
