using Lodge.Model.Networks;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Tests.Networks;

public sealed class NetworkXmlTests
{
    private const string Uuid = "<uuid>265f1d97-8230-457c-adf1-9e1b8caaa82d</uuid>";

    [Fact]
    public void Everything_a_network_can_say_is_written_as_it_was_read()
    {
        const string Whole = """
            <network xmlns:dnsmasq='http://libvirt.org/schemas/network/dnsmasq/1.0' ipv6='yes' trustGuestRxFilters='no'>
              <name>whole</name>
              <uuid>265f1d97-8230-457c-adf1-9e1b8caaa82d</uuid>
              <metadata>
                <app:a xmlns:app="urn:app">&lt;kept&gt;</app:a>
              </metadata>
              <forward dev='eth0' mode='nat'>
                <nat ipv6='yes'>
                  <address start='1.2.3.4' end='1.2.3.10'/>
                  <port start='500' end='1000'/>
                </nat>
                <interface dev='eth0'/>
              </forward>
              <bridge name='virbr0' zone='libvirt' stp='off' delay='3' macTableManager='libvirt'/>
              <mtu size='9000'/>
              <mac address='52:54:00:6b:3c:86'/>
              <domain name='example.com' localOnly='yes'/>
              <dns enable='yes' forwardPlainNames='no'>
                <forwarder domain='example.com' addr='8.8.4.4'/>
                <forwarder domain='quiet'/>
                <txt name='example' value='example value'/>
                <srv service='name' protocol='tcp' domain='d' target='.' port='1024' priority='10' weight='10'/>
                <host ip='192.168.122.2'>
                  <hostname>myhost</hostname>
                  <hostname>myhostalias</hostname>
                </host>
              </dns>
              <bandwidth>
                <inbound average='1000' peak='5000' burst='5120'/>
                <outbound average='128'/>
              </bandwidth>
              <port isolated='yes'/>
              <ip address='192.168.122.1' netmask='255.255.255.0' localPtr='yes'>
                <tftp root='/var/lib/tftp'/>
                <dhcp>
                  <range start='192.168.122.100' end='192.168.122.254'>
                    <lease expiry='1' unit='hours'/>
                  </range>
                  <host mac='00:16:3e:77:e2:ed' name='foo.example.com' ip='192.168.122.10'>
                    <lease expiry='0'/>
                  </host>
                  <bootp file='pxe' server='192.168.122.9'/>
                </dhcp>
              </ip>
              <ip family='ipv6' address='2001:db8:ca2:2::1' prefix='64'>
              </ip>
              <route address='192.168.222.0' prefix='24' gateway='192.168.122.3' metric='2'/>
              <portgroup name='engineering' default='yes'>
                <bandwidth>
                  <inbound average='1000'/>
                </bandwidth>
              </portgroup>
              <dnsmasq:options>
                <dnsmasq:option value='foo=bar'/>
              </dnsmasq:options>
            </network>

            """;

        Assert.Equal(Whole, NetworkXml.Format(NetworkXml.Parse(Whole), NetworkXmlFormatOptions.Stored));
    }

    [Theory]
    [InlineData(
        "<forward mode='nat'/>", "XML error: nat forwarding requested, but no IP address provided for network 'n'")]
    [InlineData("<forward mode='warp'/>", "unsupported configuration: unknown forwarding type 'warp'")]
    [InlineData(
        "<forward mode='vepa'/><bridge name='b'/>", "XML error: bridge name not allowed in vepa mode (network 'n')")]
    [InlineData(
        "<ip address='10.0.0.1' prefix='33'/>", "unsupported configuration: Invalid IPv4 prefix '33' in network 'n'")]
    [InlineData(
        "<ip address='10.0.0.1' prefix='24' netmask='255.255.255.0'/>",
        "unsupported configuration: Network 'n' IP address cannot have both a prefix and a netmask")]
    [InlineData(
        "<ip address='10.0.0.1' prefix='24'><dhcp><range start='10.0.0.9' end='10.0.0.2'/></dhcp></ip>",
        "internal error: range 10.0.0.9 - 10.0.0.2 is reversed ")]
    [InlineData(
        "<ip address='10.0.0.1' prefix='24'><dhcp><range start='10.0.0.9' end='10.0.1.2'/></dhcp></ip>",
        "internal error: range 10.0.0.9 - 10.0.1.2 is not entirely within network 10.0.0.1/24")]
    [InlineData(
        "<ip address='10.0.0.1' prefix='24'><dhcp><range start='10.0.0.0' end='10.0.0.2'/></dhcp></ip>",
        "internal error: start of range 10.0.0.0 - 10.0.0.2 in network 10.0.0.1/24 is the network address")]
    [InlineData(
        "<ip address='10.0.0.1' prefix='24'/><route address='10.9.0.0' prefix='16' gateway='10.8.0.1'/>",
        "unsupported configuration: unreachable static route gateway '10.8.0.1' specified for network 'n'")]
    [InlineData(
        "<mac address='01:00:00:00:00:00'/>",
        "XML error: Invalid multicast bridge mac address '01:00:00:00:00:00' in network 'n'")]
    [InlineData("<mtu size='many'/>", "XML error: Invalid mtu size 'many' in network 'n'")]
    [InlineData("<dns enable='no'><txt name='a' value='b'/></dns>", "XML error: Extra data in disabled network 'n'")]
    public void What_cannot_be_is_refused_in_libvirts_words(string inside, string message)
    {
        var refusal = Assert.Throws<VirException>(
            () => NetworkXml.Parse($"<network><name>n</name>{Uuid}{inside}</network>"));

        Assert.Equal(message, refusal.Message);
    }

    [Theory]
    [InlineData("<name>a/b</name>", VirErrorNumber.VIR_ERR_XML_DETAIL)]
    [InlineData("", VirErrorNumber.VIR_ERR_NO_NAME)]
    [InlineData("<name>n</name><uuid>no</uuid>", VirErrorNumber.VIR_ERR_INTERNAL_ERROR)]
    public void A_network_without_a_good_name_or_uuid_is_refused(string inside, VirErrorNumber code) => Assert.Equal(
        code, Assert.Throws<VirException>(() => NetworkXml.Parse($"<network>{inside}</network>")).Code);

    [Fact]
    public void A_running_network_tells_how_many_guests_it_has()
    {
        var network = NetworkXml.Parse(
            $"<network><name>n</name>{Uuid}<forward mode='bridge'><interface dev='eth0'/></forward></network>");

        var xml = NetworkXml.Format(network, new NetworkXmlFormatOptions
        {
            Connections = 3,
            InterfaceConnections = new Dictionary<string, int> { ["eth0"] = 2 },
        });

        Assert.Contains("<network connections='3'>", xml, StringComparison.Ordinal);
        Assert.Contains("<interface dev='eth0' connections='2'/>", xml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<plug type='network' bridge='virbr0' macTableManager='kernel'/>")]
    [InlineData("<plug type='direct' dev='eth0' mode='private'/>")]
    [InlineData("<plug type='hostdev-pci' managed='yes'>\n    <driver name='vfio'/>\n    "
        + "<address domain='0x0000' bus='0x03' slot='0x10' function='0x2'/>\n  </plug>")]
    public void A_port_is_written_as_it_was_read(string plug)
    {
        var xml = $"""
            <networkport>
              <uuid>c22e4a3e-9c9d-4a3b-9d4a-0b1d6a2f4a11</uuid>
              <owner>
                <name>guest</name>
                <uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid>
              </owner>
              <group>one</group>
              <mac address='52:54:00:7b:35:93'/>
              <bandwidth classID='3'>
                <inbound average='128' floor='64'/>
              </bandwidth>
              <port isolated='yes'/>
              <rxfilters trustGuest='yes'/>
              {plug}
            </networkport>

            """;

        Assert.Equal(xml, NetworkPort.Parse(xml).Format());
    }
}
