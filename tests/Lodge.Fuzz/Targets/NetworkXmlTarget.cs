using System.Text;
using Lodge.Model.Networks;
using Lodge.Protocol.Errors;

namespace Lodge.Fuzz.Targets;

/// <summary>Network XML: refused with an error of libvirt's, or written and read again as the same network.</summary>
internal sealed class NetworkXmlTarget : IFuzzTarget
{
    public string Name => "network-xml";

    public IEnumerable<byte[]> Seeds { get; } =
    [
        .. new[]
        {
            "<network ipv6='yes'><name>n</name><uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid><forward mode='nat' "
                + "dev='eth0'><nat ipv6='no'><address start='1.2.3.4' end='1.2.3.9'/><port start='1' end='2'/></nat>"
                + "</forward><bridge name='virbr%d' stp='off' delay='3' macTableManager='libvirt'/><mtu size='9000'/>"
                + "<domain name='d' localOnly='yes'/><dns forwardPlainNames='no'><forwarder addr='8.8.8.8'/>"
                + "<txt name='a' value='b'/><srv service='s' protocol='tcp' target='t' port='1'/><host ip='10.0.0.2'>"
                + "<hostname>h</hostname></host></dns>"
                + "<ip address='10.0.0.1' prefix='24' localPtr='yes'><tftp root='/t'/>"
                + "<dhcp><range start='10.0.0.2' end='10.0.0.9'><lease expiry='2' unit='hours'/></range>"
                + "<host mac='52:54:00:00:00:01' name='a' ip='10.0.0.3'/>"
                + "<bootp file='f' server='10.0.0.1'/></dhcp></ip>"
                + "<ip family='ipv6' address='2001:db8::1' prefix='64'/>"
                + "<route address='10.9.0.0' prefix='16' gateway='10.0.0.4' metric='2'/></network>",
            "<network><name>n</name><forward mode='hostdev' managed='yes'><driver name='vfio'/>"
                + "<address type='pci' domain='0' bus='3' slot='0' function='1'/></forward><vlan><tag id='42'/></vlan>"
                + "<virtualport type='802.1Qbh'><parameters profileid='p'/></virtualport>"
                + "<portgroup name='g' default='yes'><bandwidth><inbound average='1'/></bandwidth>"
                + "</portgroup></network>",
            "<network xmlns:dnsmasq='http://libvirt.org/schemas/network/dnsmasq/1.0'><name>n</name>"
                + "<dnsmasq:options><dnsmasq:option value='a'/></dnsmasq:options></network>",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        NetworkDefinition network;
        try
        {
            network = NetworkXml.Parse(Encoding.UTF8.GetString(input));
        }
        catch (VirException)
        {
            return;
        }

        // A limit of nothing is written as an empty element, as libvirt writes it, and is none once it is read.
        var written = Again(NetworkXml.Format(network, NetworkXmlFormatOptions.Stored));
        var again = Again(written);
        if (written != again)
        {
            throw new InvalidOperationException($"what was written is read differently:\n{written}\n---\n{again}");
        }
    }

    private static string Again(string xml) => NetworkXml.Format(NetworkXml.Parse(xml), NetworkXmlFormatOptions.Stored);
}
