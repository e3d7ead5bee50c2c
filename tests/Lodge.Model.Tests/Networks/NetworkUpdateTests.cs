using Lodge.Model.Networks;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using static Lodge.Protocol.Constants.VirNetworkUpdateCommand;
using static Lodge.Protocol.Constants.VirNetworkUpdateSection;

namespace Lodge.Model.Tests.Networks;

public sealed class NetworkUpdateTests
{
    private static readonly NetworkDefinition Network = NetworkXml.Parse("""
        <network>
          <name>n</name>
          <forward mode='nat' dev='eth0'/>
          <dns>
            <txt name='t' value='v'/>
            <srv service='ldap' protocol='tcp' target='one' port='389'/>
            <host ip='10.0.0.1'><hostname>one</hostname></host>
            <host ip='10.0.0.2'><hostname>one</hostname><hostname>two</hostname></host>
          </dns>
          <ip address='10.0.0.1' prefix='24'>
            <dhcp>
              <range start='10.0.0.10' end='10.0.0.20'/>
              <host mac='52:54:00:00:00:01' name='a' ip='10.0.0.5'/>
            </dhcp>
          </ip>
          <ip address='10.0.1.1' prefix='24'/>
          <portgroup name='one' default='yes'/>
        </network>
        """);

    [Theory]
    [InlineData(
        VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_SECTION_IP_DHCP_HOST, -1,
        "<host mac='52:54:00:00:00:02' ip='10.0.0.6'/>",
        "ip='10.0.0.5'/>\n      <host mac='52:54:00:00:00:02' ip='10.0.0.6'/>")]
    [InlineData(
        VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST, VIR_NETWORK_SECTION_IP_DHCP_HOST, 0,
        "<host mac='52:54:00:00:00:02' ip='10.0.0.6'/>",
        "<host mac='52:54:00:00:00:02' ip='10.0.0.6'/>\n      <host mac")]
    [InlineData(
        VIR_NETWORK_UPDATE_COMMAND_MODIFY, VIR_NETWORK_SECTION_IP_DHCP_HOST, -1,
        "<host mac='52:54:00:00:00:01' name='b' ip='10.0.0.7'/>",
        "<host mac='52:54:00:00:00:01' name='b' ip='10.0.0.7'/>")]
    [InlineData(
        VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_SECTION_IP_DHCP_RANGE, -1,
        "<range start='10.0.0.30' end='10.0.0.40'/>", "<range start='10.0.0.30' end='10.0.0.40'/>")]
    [InlineData(
        VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_SECTION_DNS_TXT, -1,
        "<txt name='u' value='w'/>", "<txt name='t' value='v'/>\n    <txt name='u' value='w'/>")]
    [InlineData(
        VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_SECTION_DNS_HOST, -1,
        "<host ip='10.0.0.3'><hostname>one</hostname></host>", "<host ip='10.0.0.3'>\n      <hostname>one</hostname>")]
    [InlineData(
        VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_SECTION_FORWARD_INTERFACE, -1,
        "<interface dev='eth1'/>", "<interface dev='eth0'/>\n    <interface dev='eth1'/>")]
    [InlineData(
        VIR_NETWORK_UPDATE_COMMAND_MODIFY, VIR_NETWORK_SECTION_PORTGROUP, -1,
        "<portgroup name='one' trustGuestRxFilters='yes'/>", "<portgroup name='one' trustGuestRxFilters='yes'>")]
    public void An_element_is_added_or_replaced(
        VirNetworkUpdateCommand command, VirNetworkUpdateSection section, int parent, string xml, string expected) =>
        Assert.Contains(expected, Written(Apply(command, section, parent, xml)), StringComparison.Ordinal);

    [Theory]
    [InlineData(VIR_NETWORK_SECTION_IP_DHCP_HOST, "<host name='a'/>", "<host mac=")]
    [InlineData(VIR_NETWORK_SECTION_IP_DHCP_RANGE, "<range start='10.0.0.10' end='10.0.0.20'/>", "<range")]
    [InlineData(VIR_NETWORK_SECTION_DNS_TXT, "<txt name='t'/>", "<txt")]
    [InlineData(VIR_NETWORK_SECTION_DNS_SRV, "<srv service='ldap'/>", "<srv")]
    [InlineData(VIR_NETWORK_SECTION_DNS_HOST, "<host ip='10.0.0.2'/>", "<hostname>two")]
    [InlineData(VIR_NETWORK_SECTION_FORWARD_INTERFACE, "<interface dev='eth0'/>", "<interface")]
    [InlineData(VIR_NETWORK_SECTION_PORTGROUP, "<portgroup name='one'/>", "<portgroup")]
    public void An_element_is_deleted_by_what_tells_it_from_others(
        VirNetworkUpdateSection section, string xml, string gone)
    {
        Assert.Contains(gone, Written(Network), StringComparison.Ordinal);
        Assert.DoesNotContain(
            gone, Written(Apply(VIR_NETWORK_UPDATE_COMMAND_DELETE, section, -1, xml)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_SECTION_IP_DHCP_HOST, -1,
        "<host mac='52:54:00:00:00:09' name='a' ip='10.0.0.9'/>",
        "there is an existing dhcp host entry in network 'n' that matches "
            + "\"<host mac='52:54:00:00:00:09' name='a' ip='10.0.0.9'/>\"")]
    [InlineData(
        VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_SECTION_IP_DHCP_HOST, 1,
        "<host mac='52:54:00:00:00:09' ip='10.0.1.9'/>",
        "dhcp is supported only for a single IPv4 address on each network")]
    [InlineData(
        VIR_NETWORK_UPDATE_COMMAND_DELETE, VIR_NETWORK_SECTION_IP_DHCP_HOST, 7,
        "<host name='a'/>", "couldn't update dhcp host entry - no <ip> element found at index 7 in network 'n'")]
    [InlineData(
        VIR_NETWORK_UPDATE_COMMAND_DELETE, VIR_NETWORK_SECTION_DNS_HOST, -1,
        "<host><hostname>one</hostname></host>", "multiple matching DNS HOST records were found in network n")]
    [InlineData(
        VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_SECTION_PORTGROUP, -1,
        "<portgroup name='two' default='yes'/>",
        "a different portgroup entry in network 'n' is already set as the default. Only one default is allowed.")]
    public void What_contradicts_the_network_is_refused(
        VirNetworkUpdateCommand command, VirNetworkUpdateSection section, int parent, string xml, string message)
    {
        var refusal = Assert.Throws<VirException>(() => Apply(command, section, parent, xml));

        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_INVALID, refusal.Code);
        Assert.EndsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        VIR_NETWORK_UPDATE_COMMAND_MODIFY, VIR_NETWORK_SECTION_IP_DHCP_RANGE,
        "<range start='10.0.0.1' end='10.0.0.2'/>")]
    [InlineData(VIR_NETWORK_UPDATE_COMMAND_MODIFY, VIR_NETWORK_SECTION_DNS_TXT, "<txt name='t' value='w'/>")]
    [InlineData(VIR_NETWORK_UPDATE_COMMAND_MODIFY, VIR_NETWORK_SECTION_BRIDGE, "<bridge name='b'/>")]
    [InlineData((VirNetworkUpdateCommand)9, VIR_NETWORK_SECTION_DNS_TXT, "<txt name='u' value='w'/>")]
    [InlineData(VIR_NETWORK_UPDATE_COMMAND_MODIFY, (VirNetworkUpdateSection)99, "<x/>")]
    public void What_no_network_can_change_is_said_to_be_unsupported(
        VirNetworkUpdateCommand command, VirNetworkUpdateSection section, string xml) => Assert.Equal(
            VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED,
            Assert.Throws<VirException>(() => Apply(command, section, -1, xml)).Code);

    [Fact]
    public void A_link_that_guests_use_is_not_deleted()
    {
        var refusal = Assert.Throws<VirException>(() => NetworkUpdate.Apply(
            Network, VIR_NETWORK_UPDATE_COMMAND_DELETE, VIR_NETWORK_SECTION_FORWARD_INTERFACE, -1,
            "<interface dev='eth0'/>", _ => 2));

        Assert.Contains("currently being used  by 2 domains", refusal.Message, StringComparison.Ordinal);
    }

    private static NetworkDefinition Apply(
        VirNetworkUpdateCommand command, VirNetworkUpdateSection section, int parent, string xml) =>
        NetworkUpdate.Apply(Network, command, section, parent, xml, _ => 0);

    private static string Written(NetworkDefinition network) =>
        NetworkXml.Format(network, NetworkXmlFormatOptions.Stored);
}
