using Lodge.Model.Nwfilter;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Tests.Nwfilter;

/// <summary>Filters are read and written as libvirt does.</summary>
public sealed class NetworkFilterTests
{
    [Theory]
    [InlineData("<mac srcmacaddr='1:2:3:4:5:6' protocolid='ARP'/>",
        "<mac srcmacaddr='01:02:03:04:05:06' protocolid='arp'/>")]
    [InlineData("<mac protocolid='2048'/>", "<mac protocolid='ipv4'/>")]
    [InlineData("<mac protocolid='0x600'/>", "<mac protocolid='0x600'/>")]
    [InlineData("<vlan vlanid='0x123' encap-protocol='60'/>", "<vlan vlanid='0x123' encap-protocol='60'/>")]
    [InlineData("<arp opcode='reply' gratuitous='yes'/>", "<arp opcode='Reply' gratuitous='true'/>")]
    [InlineData("<arp opcode='0x3'/>", "<arp opcode='Request_Reverse'/>")]
    [InlineData("<arp opcode='0x14'/>", "<arp opcode='20'/>")]
    [InlineData("<ip protocol='udp' srcipaddr='10.1.2.3' srcipmask='255.255.0.0'/>",
        "<ip srcipaddr='10.1.2.3' srcipmask='16' protocol='udp'/>")]
    [InlineData("<ip protocol='99'/>", "<ip protocol='99'/>")]
    [InlineData("<ip protocol='0x63'/>", "<ip protocol='0x63'/>")]
    [InlineData("<ipv6 srcipaddr='FE80::0:1' srcipmask='ffc0::'/>", "<ipv6 srcipaddr='fe80::1' srcipmask='10'/>")]
    [InlineData("<tcp srcipaddr='$IP' srcportstart='$PORT[@2]' dstportstart='$PORT[ 3 ]'/>",
        "<tcp srcipaddr='$IP' srcportstart='$PORT[@2]' dstportstart='$PORT[3]'/>")]
    [InlineData("<tcp flags='SYN,ACK/ALL'/>", "<tcp flags='SYN,ACK/ALL'/>")]
    [InlineData("<tcp flags='all/none'/>", "<tcp flags='ALL/NONE'/>")]
    [InlineData("<tcp state='related new,ESTABLISHED'/>", "<tcp state='NEW,ESTABLISHED,RELATED'/>")]
    [InlineData("<tcp state='NEW,NONE'/>", "<tcp state='NONE'/>")]
    [InlineData("<all ipset='s' ipsetflags='SRC,dst'/>", "<all ipset='s' ipsetflags='src,dst'/>")]
    [InlineData("<tcp ipset='s'/>", "<tcp ipset='s' ipsetflags='src'/>")]
    [InlineData("<tcp ipset='s' ipsetflags='dst'/>", "<tcp/>")]
    [InlineData("<icmp type='12' code='0xb'/>", "<icmp type='12' code='0xb'/>")]
    [InlineData("<stp root-cost='0x11223344'/>", "<stp root-cost='0x11223344'/>")]
    [InlineData("<tcp/><udp srcportstart='1'/>", "<tcp/>")]
    public void A_rule_is_written_as_libvirt_writes_it(string written, string expected) =>
        Assert.Equal(expected, RuleOf($"<rule action='accept' direction='out'>{written}</rule>"));

    [Fact]
    public void Fields_that_are_negated_stand_in_an_element_of_their_own()
    {
        const string Rule = "<rule action='drop' direction='in'><tcp match='no' srcipaddr='1.2.3.4' srcipmask='24'/>"
            + "<tcp dscp='2'/></rule>";
        Assert.Equal("<tcp match='no' srcipaddr='1.2.3.4' srcipmask='24'/>\n<tcp dscp='2'/>", RuleOf(Rule));
    }

    [Fact]
    public void A_destination_port_is_negated_only_with_its_source_port() =>
        Assert.Equal("<tcp dstportstart='80'/>", RuleOf(
            "<rule action='drop' direction='in'><tcp match='no' dstportstart='80'/></rule>"));

    [Theory]
    [InlineData("<filter/>", VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "filter has no name")]
    [InlineData("<filter name='a/b'/>", VirErrorNumber.VIR_ERR_XML_ERROR, "cannot contain '/'")]
    [InlineData("<filter name='a' chain='foo'/>", VirErrorNumber.VIR_ERR_INVALID_ARG, "Invalid chain name 'foo'")]
    [InlineData("<filter name='a' chain='rooted'/>", VirErrorNumber.VIR_ERR_INVALID_ARG, "Invalid chain name")]
    [InlineData("<filter name='a' chain='ipv4-67890123'/>", VirErrorNumber.VIR_ERR_INVALID_ARG, "longer than 12")]
    [InlineData("<filter name='a' chain='mac!'/>", VirErrorNumber.VIR_ERR_INVALID_ARG, "contains invalid characters")]
    [InlineData("<filter name='a' chain='mac' priority='-1001'/>", VirErrorNumber.VIR_ERR_INVALID_ARG, "[-1000,1000]")]
    [InlineData("<filter name='a' chain='mac' priority='x'/>", VirErrorNumber.VIR_ERR_INVALID_ARG,
        "chain priority 'x'")]
    [InlineData("<filter name='a'><uuid>1</uuid></filter>", VirErrorNumber.VIR_ERR_XML_ERROR, "malformed uuid")]
    [InlineData("<filter name='a'><filterref/></filter>", VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "requires action")]
    [InlineData("<filter name='a'><rule direction='in'/></filter>", VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
        "requires action")]
    [InlineData("<filter name='a'><rule action='x' direction='in'/></filter>",
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "unknown rule action")]
    [InlineData("<domain/>", VirErrorNumber.VIR_ERR_XML_ERROR, "expecting root element of 'filter', not 'domain'")]
    public void A_broken_filter_is_refused_in_libvirts_words(string xml, VirErrorNumber code, string words)
    {
        var refused = Assert.Throws<VirException>(() => NetworkFilter.Parse(xml));
        Assert.Equal(code, refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<mac srcmacmask='f0:f0:00:00:00:00'/>", "srcmacmask")]
    [InlineData("<mac protocolid='15'/>", "protocolid")]
    [InlineData("<ip srcipmask='33'/>", "srcipmask")]
    [InlineData("<ip srcipmask='255.0.255.0'/>", "srcipmask")]
    [InlineData("<ip srcipaddr='::1'/>", "srcipaddr")]
    [InlineData("<ip dscp='64'/>", "dscp")]
    [InlineData("<tcp-ipv6 dstipto='::1'/>", "dstipto")]
    [InlineData("<tcp srcportstart='70000'/>", "srcportstart")]
    [InlineData("<tcp srcipaddr='$A[@1001]'/>", "srcipaddr")]
    [InlineData("<tcp srcipaddr='$A-B'/>", "srcipaddr")]
    [InlineData("<tcp flags='SYN'/>", "flags")]
    [InlineData("<all ipset='a/b'/>", "ipset")]
    [InlineData("<all ipset='s' ipsetflags='src,up'/>", "ipsetflags")]
    public void A_value_out_of_range_is_refused_by_name(string rule, string field)
    {
        var refused = Assert.Throws<VirException>(() => NetworkFilter.Parse(
            $"<filter name='a'><rule action='accept' direction='in'>{rule}</rule></filter>"));
        Assert.Equal(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, refused.Code);
        Assert.Contains($"{field} has illegal value", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ports_of_ip_need_a_protocol_that_has_them() =>
        Assert.Contains("requires protocol specification", Assert.Throws<VirException>(() => NetworkFilter.Parse(
            "<filter name='a'><rule action='accept' direction='in'>"
            + "<ip srcportstart='1' protocol='icmp'/></rule></filter>"))
            .Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("mac", -800)]
    [InlineData("arp-x", -500)]
    [InlineData("ipv6-ip", -600)]
    [InlineData("stp", 0)]
    [InlineData("root", 0)]
    public void A_chain_has_the_priority_of_its_protocol(string chain, int priority) =>
        Assert.Equal(priority, NetworkFilter.Parse($"<filter name='a' chain='{chain}'/>").Chain.Priority);

    [Fact]
    public void A_binding_is_written_as_it_was_read()
    {
        const string Binding =
            """
            <filterbinding>
              <owner>
                <name>guest</name>
                <uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid>
              </owner>
              <portdev name='vnet0'/>
              <linkdev name='eth0'/>
              <mac address='52:54:00:7b:35:93'/>
              <filterref filter='clean-traffic'>
                <parameter name='IP' value='1.2.3.4'/>
                <parameter name='MAC' value='52:54:00:7b:35:93'/>
              </filterref>
            </filterbinding>

            """;
        Assert.Equal(Binding, FilterBinding.Parse(Binding).Format());
    }

    [Theory]
    [InlineData("<portdev name='v'/>", "no port dev name")]
    [InlineData("<name>g</name>", "no owner name")]
    [InlineData("<mac address='52:54:00:7b:35:93'/>", "no MAC address")]
    [InlineData("<filterref filter='f'/>", "no filter reference")]
    public void A_binding_without_what_it_needs_says_so(string missing, string words)
    {
        var xml = "<filterbinding><owner><name>g</name><uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid></owner>"
            + "<portdev name='v'/><mac address='52:54:00:7b:35:93'/><filterref filter='f'/></filterbinding>";
        var refused = Assert.Throws<VirException>(() => FilterBinding.Parse(
            xml.Replace(missing, "", StringComparison.Ordinal)));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    private static string RuleOf(string rule)
    {
        var lines = NetworkFilter.Parse($"<filter name='a'>{rule}</filter>").Format().Split('\n');
        return string.Join('\n', lines.Where(line => line.StartsWith("    <", StringComparison.Ordinal)).Select(line =>
            line.Trim()));
    }
}
