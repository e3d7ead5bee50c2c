using Lodge.Model.Nwfilter;
using Lodge.Network.Filters;
using Lodge.Protocol.Errors;
using static Lodge.Network.Tests.Filters.FilteredSegment;

namespace Lodge.Network.Tests.Filters;

/// <summary>Rules that follow connections, against frames on a bridge of the kernel's own.</summary>
public sealed class ConnectionFilterTests
{
    private const string Guest = "10.0.0.5";
    private const string Far = "10.0.0.9";
    private const string DropRest = "<rule action='drop' direction='inout' priority='1000'><all/></rule>";

    [Fact]
    public async Task A_guest_may_begin_connections_and_gets_their_answers_only()
    {
        await using var segment = await BoundAsync(
            "<rule action='accept' direction='out'><all/></rule>" + DropRest);
        Assert.False(await segment.PassesAsync(Frames.Tcp(Far, 80, Guest, 4000, false, 0x12), false),
            "an answer to nothing");
        Assert.True(await segment.PassesAsync(Frames.Tcp(Guest, 4000, Far, 80)));
        Assert.True(await segment.PassesAsync(Frames.Tcp(Far, 80, Guest, 4000, false, 0x12), false), "the answer");
        Assert.False(await segment.PassesAsync(Frames.Tcp(Far, 81, Guest, 4000, false), false), "another port");
        Assert.True(await segment.PassesAsync(Frames.Icmp(Guest, Far, 8)));
        Assert.True(await segment.PassesAsync(Frames.Icmp(Far, Guest, 0, false), false));
        Assert.False(await segment.PassesAsync(Frames.Icmp("10.0.0.8", Guest, 0, false), false));
    }

    [Fact]
    public async Task A_service_is_reached_and_answers_and_begins_nothing()
    {
        await using var segment = await BoundAsync(
            "<rule action='accept' direction='in'><tcp dstportstart='22'/></rule>" + DropRest);
        Assert.False(await segment.PassesAsync(Frames.Tcp(Guest, 22, Far, 5000)), "nobody asked");
        Assert.True(await segment.PassesAsync(Frames.Tcp(Far, 5000, Guest, 22, false), false));
        Assert.True(await segment.PassesAsync(Frames.Tcp(Guest, 22, Far, 5000, true, 0x12)));
        Assert.False(await segment.PassesAsync(Frames.Tcp(Far, 5000, Guest, 23, false), false), "another port");
        Assert.False(await segment.PassesAsync(Frames.Tcp(Guest, 22, "10.0.0.8", 5000)), "another peer");
    }

    [Fact]
    public async Task States_that_a_rule_names_are_followed()
    {
        await using var segment = await BoundAsync(
            "<rule action='accept' direction='in'><tcp dstportstart='22' state='NEW'/></rule>"
            + "<rule action='accept' direction='inout' priority='600'><all state='ESTABLISHED,RELATED'/></rule>"
                + DropRest);
        Assert.False(await segment.PassesAsync(Frames.Tcp(Guest, 22, Far, 5000)));
        Assert.True(await segment.PassesAsync(Frames.Tcp(Far, 5000, Guest, 22, false), false));
        Assert.True(await segment.PassesAsync(Frames.Tcp(Guest, 22, Far, 5000, true, 0x12)));
        Assert.True(await segment.PassesAsync(Frames.Tcp(Far, 5000, Guest, 22, false, 0x10), false));
        Assert.False(await segment.PassesAsync(Frames.Udp(Guest, 1, Far, 2)));
    }

    [Fact]
    public async Task A_rule_without_states_looks_at_each_packet_alone()
    {
        await using var segment = await BoundAsync(
            "<rule action='accept' direction='in' statematch='false'><icmp type='8'/></rule>"
            + "<rule action='accept' direction='out' statematch='false'><icmp type='0'/></rule>" + DropRest);
        Assert.True(await segment.PassesAsync(Frames.Icmp(Far, Guest, 8, false), false));
        Assert.True(await segment.PassesAsync(Frames.Icmp(Guest, Far, 0)));
        Assert.False(await segment.PassesAsync(Frames.Icmp(Guest, Far, 8)));
        Assert.False(await segment.PassesAsync(Frames.Icmp(Far, Guest, 0, false), false));
    }

    [Theory]
    [InlineData("<tcp srcipaddr='10.0.0.0' srcipmask='24' dstipfrom='10.0.0.8' dstipto='10.0.0.10'/>", true)]
    [InlineData("<tcp dstipfrom='10.0.0.10' dstipto='10.0.0.11'/>", false)]
    [InlineData("<tcp match='no' dstipaddr='10.0.0.9'/>", false)]
    [InlineData("<tcp srcportstart='3999' srcportend='4001' dstportstart='80'/>", true)]
    [InlineData("<tcp srcmacaddr='52:54:00:00:00:01'/>", true)]
    [InlineData("<tcp srcmacaddr='52:54:00:00:00:07'/>", false)]
    [InlineData("<tcp flags='SYN,ACK/SYN'/>", true)]
    [InlineData("<tcp flags='SYN,ACK/ACK'/>", false)]
    [InlineData("<tcp dscp='3'/>", false)]
    [InlineData("<tcp option='5'/>", false)]
    [InlineData("<tcp srcportstart='$PORTS'/>", true)]
    [InlineData("<tcp srcportstart='$PORTS[1]'/>", false)]
    [InlineData("<udp/>", false)]
    [InlineData("<all comment='`id` \"quoted\" ; drop'/>", true)]
    public async Task Each_field_takes_part(string match, bool passes)
    {
        await using var segment = await OpenAsync();
        segment.Define($"<filter name='t'><rule action='accept' direction='out'>{match}</rule>{DropRest}</filter>");
        await segment.BindAsync("t", "PORTS=4000", "PORTS=5000");
        Assert.Equal(passes, await segment.PassesAsync(Frames.Tcp(Guest, 4000, Far, 80)));
    }

    [Fact]
    public async Task A_changed_filter_holds_at_once_and_a_broken_one_changes_nothing()
    {
        await using var segment = await BoundAsync("<rule action='drop' direction='out'><udp/></rule>");
        Assert.False(await segment.PassesAsync(Frames.Udp(Guest, 1, Far, 2)));

        var relaxed = NetworkFilter.Parse(
            "<filter name='t'><rule action='drop' direction='out'><tcp/></rule></filter>");
        await segment.Engine.ReplaceAsync(_ => relaxed, "t", TestContext.Current.CancellationToken);
        Assert.True(await segment.PassesAsync(Frames.Udp(Guest, 1, Far, 2)));

        var broken = NetworkFilter.Parse(
            "<filter name='t'><rule action='drop' direction='out'><udp srcipaddr='$NOBODY'/></rule></filter>");
        var refused = await Assert.ThrowsAsync<VirException>(
            () => segment.Engine.ReplaceAsync(_ => broken, "t", TestContext.Current.CancellationToken));
        Assert.Contains("unresolvable variables or unavailable list elements: NOBODY", refused.Message,
            StringComparison.Ordinal);
        Assert.True(await segment.PassesAsync(Frames.Udp(Guest, 1, Far, 2)));
    }

    [Fact]
    public async Task A_set_that_an_administrator_fills_is_looked_up_and_survives_a_restart()
    {
        await using var segment = await BoundAsync(
            "<rule action='accept' direction='out'><all ipset='far' ipsetflags='dst'/></rule>" + DropRest);
        Assert.False(await segment.PassesAsync(Frames.Udp(Guest, 1, Far, 2)));
        await segment.ApplyAsync($"add element bridge lodge_filters set-far-4 {{ {Far} }}\n");
        Assert.True(await segment.PassesAsync(Frames.Udp(Guest, 1, Far, 2)));
        await segment.Engine.RestoreAsync([(Binding("t"), [])]);
        Assert.True(await segment.PassesAsync(Frames.Udp(Guest, 1, Far, 3)));
        Assert.False(await segment.PassesAsync(Frames.Udp(Guest, 1, "10.0.0.8", 2)));
    }

    [Fact]
    public async Task More_connections_than_allowed_are_not_let_begin()
    {
        await using var segment = await BoundAsync(
            "<rule action='drop' direction='out'><tcp connlimit-above='2'/></rule>");
        Assert.True(await segment.PassesAsync(Frames.Tcp(Guest, 4000, Far, 80)));
        Assert.True(await segment.PassesAsync(Frames.Tcp(Guest, 4001, Far, 80)));
        Assert.False(await segment.PassesAsync(Frames.Tcp(Guest, 4002, Far, 80)), "the third");
        Assert.True(await segment.PassesAsync(Frames.Tcp(Guest, 4000, Far, 80, true, 0x10)), "the first goes on");
        Assert.True(await segment.PassesAsync(Frames.Udp(Guest, 1, Far, 2)), "another protocol");
    }

    [Fact]
    public async Task A_type_of_icmp_for_both_ways_holds_both_ways()
    {
        await using var segment = await BoundAsync(
            "<rule action='accept' direction='inout'><icmp type='8'/></rule>" + DropRest);
        Assert.True(await segment.PassesAsync(Frames.Icmp(Guest, Far, 8)));
        Assert.True(await segment.PassesAsync(Frames.Icmp(Far, Guest, 8, false), false));
        Assert.False(await segment.PassesAsync(Frames.Icmp(Guest, Far, 13)));
    }

    private static async Task<FilteredSegment> BoundAsync(string rules)
    {
        var segment = await OpenAsync();
        segment.Define($"<filter name='t'>{rules}</filter>");
        await segment.BindAsync("t");
        return segment;
    }
}
