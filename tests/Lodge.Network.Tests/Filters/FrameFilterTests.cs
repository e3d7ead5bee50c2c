using static Lodge.Network.Tests.Filters.FilteredSegment;

namespace Lodge.Network.Tests.Filters;

/// <summary>Rules that look at frames one by one, against frames on a bridge of the kernel's own.</summary>
public sealed class FrameFilterTests
{
    private const string Own = "10.0.0.5";
    private const string Far = "10.0.0.9";

    [Theory]
    [InlineData("<arp/>", true)]
    [InlineData("<rarp/>", false)]
    [InlineData("<arp opcode='Request' hwtype='1' protocoltype='0x800'/>", true)]
    [InlineData("<arp opcode='Reply'/>", false)]
    [InlineData("<arp arpsrcipaddr='10.0.0.0' arpsrcipmask='24' arpdstipaddr='10.0.0.9'/>", true)]
    [InlineData("<arp match='no' arpsrcipaddr='10.0.0.5'/>", false)]
    [InlineData("<arp arpsrcmacaddr='52:54:00:00:00:01' arpdstmacaddr='00:00:00:00:00:00'/>", true)]
    [InlineData("<arp gratuitous='true'/>", false)]
    [InlineData("<mac protocolid='arp' srcmacaddr='52:54:00:00:00:00' srcmacmask='ff:ff:ff:00:00:00'/>", true)]
    [InlineData("<mac match='no' srcmacaddr='52:54:00:00:00:00' srcmacmask='ff:ff:ff:00:00:00'/>", false)]
    [InlineData("<ip/>", false)]
    public async Task Each_field_of_arp_takes_part(string match, bool passes)
    {
        await using var segment = await AcceptingAsync(match);
        Assert.Equal(passes, await segment.PassesAsync(Frames.Arp(GuestMac, Own, Far)));
    }

    [Fact]
    public async Task Gratuitous_arp_is_told_from_other_arp()
    {
        await using var segment = await AcceptingAsync("<arp gratuitous='true'/>");
        Assert.True(await segment.PassesAsync(Frames.Arp(GuestMac, Own, Own)));
        Assert.False(await segment.PassesAsync(Frames.Arp(GuestMac, Far, Own)));
        Assert.False(await segment.PassesAsync(Frames.Arp(GuestMac, Own, Far)));
    }

    [Theory]
    [InlineData("<ip srcipaddr='10.0.0.5' dstipaddr='10.0.0.0' dstipmask='28' protocol='udp'/>", true)]
    [InlineData("<ip protocol='udp' srcportstart='5' srcportend='7' dstportstart='9'/>", true)]
    [InlineData("<ip protocol='udp' dstportstart='10'/>", false)]
    [InlineData("<ip protocol='tcp'/>", false)]
    [InlineData("<ip dscp='1'/>", false)]
    [InlineData("<ipv6/>", false)]
    [InlineData("<mac protocolid='0x800'/>", true)]
    [InlineData("<vlan vlanid='5'/>", false)]
    public async Task Each_field_of_ip_takes_part(string match, bool passes)
    {
        await using var segment = await AcceptingAsync(match);
        Assert.Equal(passes, await segment.PassesAsync(Frames.Udp(Own, 6, Far, 9)));
    }

    [Fact]
    public async Task A_spanning_tree_frame_is_matched_by_its_bytes()
    {
        byte[] bpdu =
        [
            0x42, 0x42, 0x03, 0, 0, 0, 0, 0x01, 0x80, 0x00, 6, 5, 4, 3, 2, 1, 0, 0, 0, 4, 0x80, 0, 1, 1, 1, 1, 1, 1,
                0x80, 1,
            0, 0, 20, 0, 2, 0, 15, 0,
        ];
        var frame = Frames.Ethernet(GuestMac, "01:80:c2:00:00:0a", 38, bpdu);
        await using var segment = await AcceptingAsync("<stp type='0'/>");
        Assert.False(await segment.PassesAsync(frame), "not the address of bridges");
        segment.Define(
            "<filter name='s'><rule action='drop' direction='out'><mac dstmacaddr='01:80:c2:00:00:0a'/></rule>"
            + "<rule action='accept' direction='out'><stp type='0x12' flags='0x44'"
            + " root-priority='0x1234' root-priority-hi='0x2345'"
            + " root-address='6:5:4:3:2:1' root-address-mask='ff:ff:ff:ff:ff:ff'"
            + " root-cost='1' root-cost-hi='4' port='1'/>"
            + "</rule></filter>");
        await segment.BindAsync("s");
    }

    [Fact]
    public async Task Tagged_frames_are_matched_by_their_tag()
    {
        // The kernel hands over a tagged frame without its tag.
        var tagged = Frames.Ethernet(GuestMac, PeerMac, 0x8100, 0x00, 0x05, 0x08, 0x06, 0, 1, 8, 0);
        var bare = Frames.Ethernet(GuestMac, PeerMac, 0x0806, 0, 1, 8, 0);
        await using var segment = await AcceptingAsync("<vlan vlanid='5' encap-protocol='arp'/>");
        Assert.True(await segment.PassesAsync(tagged, arrives: bare));
        tagged[15] = 6;
        Assert.False(await segment.PassesAsync(tagged, arrives: bare));
    }

    [Fact]
    public async Task Rules_and_chains_stand_by_priority()
    {
        await using var segment = await OpenAsync();
        segment.Define(
            "<filter name='late' chain='arp-late' priority='300'><rule action='accept' direction='out'/></filter>");
        segment.Define("<filter name='early' chain='arp-early' priority='-300'><rule action='drop' direction='out'>"
            + "<arp arpsrcipaddr='10.0.0.6'/></rule></filter>");
        segment.Define("<filter name='t'><filterref filter='late'/><rule action='drop' direction='out' priority='400'/>"
            + "<rule action='drop' direction='out' priority='200'><arp arpsrcipaddr='10.0.0.7'/></rule>"
            + "<filterref filter='early'/></filter>");
        await segment.BindAsync("t");
        Assert.True(await segment.PassesAsync(Frames.Arp(GuestMac, Own, Far)), "accepted by the late chain");
        Assert.False(await segment.PassesAsync(Frames.Arp(GuestMac, "10.0.0.6", Far)), "dropped by the early chain");
        Assert.False(await segment.PassesAsync(Frames.Arp(GuestMac, "10.0.0.7", Far)), "dropped before the late chain");
        Assert.False(await segment.PassesAsync(Frames.Udp(Own, 1, Far, 2)), "dropped after the late chain");
    }

    [Fact]
    public async Task A_rule_for_both_ways_changes_source_and_destination_on_the_way_out()
    {
        await using var segment = await OpenAsync();
        segment.Define(
            "<filter name='t'><rule action='drop' direction='inout'><ip srcipaddr='10.0.0.9'/></rule></filter>");
        await segment.BindAsync("t");
        Assert.False(await segment.PassesAsync(Frames.Udp(Far, 1, Own, 2, false), fromGuest: false));
        Assert.False(await segment.PassesAsync(Frames.Udp(Own, 1, Far, 2)));
        Assert.True(await segment.PassesAsync(Frames.Udp(Far, 1, Own, 2)));
    }

    private static async Task<FilteredSegment> AcceptingAsync(string match)
    {
        var segment = await OpenAsync();
        segment.Define($"<filter name='t'><rule action='accept' direction='out'>{match}</rule>"
            + "<rule action='drop' direction='out' priority='1000'/></filter>");
        await segment.BindAsync("t");
        return segment;
    }
}
