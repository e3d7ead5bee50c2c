using Lodge.Model.Domain;
using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

public sealed partial record NetworkDefinition
{
    internal void Format(XmlOutput output, NetworkXmlFormatOptions options)
    {
        output.Start("network").Attribute("xmlns:dnsmasq", DnsmasqOptions is null ? null : DnsmasqNamespace)
            .AttributeUnlessZero("connections", options.Inactive ? 0 : (ulong)options.Connections)
            .Attribute("ipv6", AllowsIPv6 ? "yes" : null)
            .YesNo("trustGuestRxFilters", TrustGuestRxFilters);
        output.Text("name", Name).Text("uuid", UuidText.Format(Uuid));
        if (Metadata is not null) output.Fragment(Metadata);
        Forward.Format(output, options);
        Bridge.Format(output, Forward.Mode.HasOwnBridge());
        if (Mtu != 0) output.Start("mtu").Attribute("size", (ulong?)Mtu).End();
        if (Mac is { } mac) output.Start("mac").Attribute("address", mac.ToString()).End();
        if (DomainName is not null)
        {
            output.Start("domain").Attribute("name", DomainName).YesNo("localOnly", DomainLocalOnly).End();
        }

        Dns.Format(output);
        Vlan?.Format(output);
        Bandwidth?.Format(output);
        if (IsPortIsolated is not null) output.Start("port").YesNo("isolated", IsPortIsolated).End();
        foreach (var ip in Ips) ip.Format(output);
        foreach (var route in Routes) route.Format(output);
        VirtualPort?.Format(output);
        foreach (var group in PortGroups) group.Format(output);
        if (DnsmasqOptions is not null)
        {
            output.Start("dnsmasq:options");
            foreach (var line in DnsmasqOptions) output.Start("dnsmasq:option").Attribute("value", line).End();
            output.End();
        }

        output.End();
    }
}
