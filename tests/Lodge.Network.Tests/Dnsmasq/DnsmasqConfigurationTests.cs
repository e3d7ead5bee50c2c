using Lodge.Network.Dnsmasq;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Tests.Dnsmasq;

public sealed class DnsmasqConfigurationTests
{
    private static readonly DnsmasqFiles Files = new("/state", "/run", "default");

    [Fact]
    public void Hosts_with_fixed_addresses_and_names_stand_in_files_of_their_own()
    {
        var network = Networks.Of("""
            <dns>
              <host ip='192.168.122.1'><hostname>one</hostname><hostname>uno</hostname></host>
              <host ip='192.168.122.2'><hostname>two</hostname></host>
            </dns>
            <ip address='192.168.122.1' netmask='255.255.255.0'>
              <dhcp>
                <host mac='52:54:00:00:00:01' name='anna' ip='192.168.122.5'><lease expiry='2' unit='hours'/></host>
                <host mac='52:54:00:00:00:02' ip='192.168.122.6'><lease expiry='0'/></host>
                <host name='carla' ip='192.168.122.7'/>
              </dhcp>
            </ip>
            <ip family='ipv6' address='2001:db8::1' prefix='64'>
              <dhcp><host id='0:4:aa' name='anna' ip='2001:db8::5'/><host id='0:4:bb' ip='2001:db8::6'/></dhcp>
            </ip>
            """);

        Assert.Equal("""
            52:54:00:00:00:01,192.168.122.5,anna,2h
            52:54:00:00:00:02,192.168.122.6,infinite
            carla,192.168.122.7
            id:0:4:aa,anna,[2001:db8::5]
            id:0:4:bb,[2001:db8::6]

            """, DnsmasqConfiguration.WriteDhcpHosts(network));
        Assert.Equal("192.168.122.1\tone\tuno\t\n192.168.122.2\ttwo\t\n", DnsmasqConfiguration.WriteDnsHosts(network));
        var written = DnsmasqConfiguration.Write(network, Files);
        Assert.Contains("dhcp-range=192.168.122.1,static\n", written, StringComparison.Ordinal);
        Assert.Contains("dhcp-range=2001:db8::1,static,64\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Reverse_names_of_a_network_stay_in_it_where_asked()
    {
        var network = Networks.Of("""
            <ip address='10.1.2.1' prefix='24' localPtr='yes'/>
            <ip family='ipv6' address='2001:db8:1::1' prefix='48' localPtr='yes'/>
            """);

        var written = DnsmasqConfiguration.Write(network, Files);

        Assert.Contains("local=/2.1.10.in-addr.arpa/\n", written, StringComparison.Ordinal);
        Assert.Contains("local=/1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa/\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Reverse_names_of_a_network_that_ends_within_a_byte_cannot_be_told()
    {
        var network = Networks.Of("<ip address='10.1.2.1' prefix='25' localPtr='yes'/>");

        Assert.Equal(
            VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
            Assert.Throws<VirException>(() => DnsmasqConfiguration.Write(network, Files)).Code);
    }

    [Fact]
    public void A_value_with_a_line_break_is_refused_and_becomes_no_option_of_its_own()
    {
        var network = Networks.Of(
            "<domain name='a&#10;conf-file=/etc/shadow'/><ip address='10.1.2.1' prefix='24'/>");

        var refusal = Assert.Throws<VirException>(() => DnsmasqConfiguration.Write(network, Files));

        Assert.Contains("line break", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("<ip address='10.1.2.1' prefix='24'/>", true)]
    [InlineData("<dns enable='no'/><ip address='10.1.2.1' prefix='24'/>", false)]
    [InlineData("<dns enable='no'/><ip address='10.1.2.1' prefix='24'><tftp root='/t'/></ip>", true)]
    public void dnsmasq_runs_where_it_has_something_to_serve(string inside, bool isNeeded) =>
        Assert.Equal(isNeeded, DnsmasqConfiguration.IsNeeded(Networks.Of(inside)));
}
