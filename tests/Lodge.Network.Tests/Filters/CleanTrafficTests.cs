using System.Net;
using static Lodge.Network.Tests.Filters.FilteredSegment;

namespace Lodge.Network.Tests.Filters;

/// <summary>
/// Under the stock filters a guest speaks for nobody but itself: frames on a bridge of the kernel's own.
/// </summary>
public sealed class CleanTrafficTests
{
    private const string Own = "10.0.0.5";
    private const string Other = "10.0.0.6";
    private const string Far = "10.0.0.9";

    [Fact]
    public async Task Without_a_filter_everything_passes()
    {
        await using var segment = await OpenAsync();
        Assert.True(await segment.PassesAsync(Frames.Udp(Other, 1000, Far, 2000)));
        Assert.True(await segment.PassesAsync(Frames.Udp(Far, 1000, Own, 2000, fromGuest: false), fromGuest: false));
    }

    [Fact]
    public async Task Honest_frames_pass_and_spoofed_ones_do_not()
    {
        await using var segment = await OpenAsync();
        await segment.BindAsync("clean-traffic", $"IP={Own}");

        Assert.True(await segment.PassesAsync(Frames.Udp(Own, 1000, Far, 2000)), "its own address");
        Assert.True(await segment.PassesAsync(Frames.Arp(GuestMac, Own, Far)), "its own ARP");
        Assert.True(await segment.PassesAsync(Frames.Udp("0.0.0.0", 68, "255.255.255.255", 67)), "asking for a lease");
        Assert.True(await segment.PassesAsync(Frames.Udp(Far, 1, Own, 2, fromGuest: false), fromGuest: false),
            "to the guest");
        Assert.True(await segment.PassesAsync(Frames.Arp(PeerMac, Far, Own), fromGuest: false), "ARP to the guest");

        Assert.False(await segment.PassesAsync(Frames.Udp(Other, 1000, Far, 2000)), "another's IP address");
        Assert.False(
            await segment.PassesAsync(Frames.Ipv4(Own, Far, 17, new byte[8], sourceMac: "52:54:00:00:00:77")),
            "another's hardware address");
        Assert.False(await segment.PassesAsync(Frames.Arp(GuestMac, Other, Far, 2)), "ARP for another's IP address");
        Assert.False(
            await segment.PassesAsync(Frames.Arp("52:54:00:00:00:77", Own, Far, 2, source: GuestMac)),
            "ARP for another's hardware address");
        Assert.False(
            await segment.PassesAsync(Frames.Ipv6("fe80::1", "ff02::1", 17, new byte[8], GuestMac)),
                "what is neither IPv4 nor ARP");
        Assert.False(await segment.PassesAsync(Frames.Ethernet(PeerMac, GuestMac, 0x88cc), fromGuest: false),
            "LLDP to the guest");
    }

    [Fact]
    public async Task A_guest_with_several_addresses_may_use_each()
    {
        await using var segment = await OpenAsync();
        await segment.BindAsync("clean-traffic", $"IP={Own}", $"IP={Other}");
        Assert.True(await segment.PassesAsync(Frames.Udp(Own, 1, Far, 2)));
        Assert.True(await segment.PassesAsync(Frames.Arp(GuestMac, Other, Far)));
        Assert.False(await segment.PassesAsync(Frames.Udp("10.0.0.7", 1, Far, 2)));
    }

    [Fact]
    public async Task A_filter_taken_away_leaves_nothing()
    {
        await using var segment = await OpenAsync();
        await segment.BindAsync("clean-traffic", $"IP={Own}");
        await segment.Engine.UnbindAsync(Port);
        Assert.True(await segment.PassesAsync(Frames.Udp(Other, 1000, Far, 2000)));
        Assert.DoesNotContain(Port, await segment.ListAsync("bridge lodge_filters"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_the_first_one_in_use_becomes_the_only_one()
    {
        await using var segment = await OpenAsync();
        await segment.BindAsync("clean-traffic");
        Assert.True(await segment.PassesAsync(Frames.Arp(GuestMac, Own, Far)));
        Assert.Equal([IPAddress.Parse(Own)], await segment.Learned.Task);
        Assert.True(await segment.PassesAsync(Frames.Udp(Own, 1, Far, 2)));
        Assert.False(await segment.PassesAsync(Frames.Udp(Other, 1, Far, 2)));
    }

    [Fact]
    public async Task With_learning_by_dhcp_only_a_lease_gives_an_address()
    {
        await using var segment = await OpenAsync();
        await segment.BindAsync("clean-traffic", "CTRL_IP_LEARNING=dhcp", "DHCPSERVER=10.0.0.1");
        Assert.False(await segment.PassesAsync(Frames.Udp(Own, 1, Far, 2)));
        Assert.True(await segment.PassesAsync(Frames.Udp("0.0.0.0", 68, "255.255.255.255", 67)));
        Assert.False(
            await segment.PassesAsync(Frames.DhcpAcknowledge(GuestMac, Other, 3600, server: "10.0.0.66"),
                fromGuest: false),
            "a server nobody named");
        Assert.True(await segment.PassesAsync(Frames.DhcpAcknowledge(GuestMac, Own, 3600), fromGuest: false));
        Assert.Equal([IPAddress.Parse(Own)], await segment.Learned.Task);
        Assert.True(await segment.PassesAsync(Frames.Udp(Own, 1, Far, 2)));
        Assert.False(await segment.PassesAsync(Frames.Udp(Other, 1, Far, 2)));
    }

    [Fact]
    public async Task After_a_flush_all_rules_are_put_back()
    {
        await using var segment = await OpenAsync();
        await segment.BindAsync("clean-traffic", $"IP={Own}");
        await segment.ApplyAsync("flush ruleset\n");
        Assert.True(await segment.PassesAsync(Frames.Udp(Other, 1, Far, 2)));
        await segment.Engine.RestoreAsync([(Binding("clean-traffic", $"IP={Own}"), [])]);
        Assert.False(await segment.PassesAsync(Frames.Udp(Other, 1, Far, 2)));
        Assert.True(await segment.PassesAsync(Frames.Udp(Own, 1, Far, 2)));
    }

    [Fact]
    public async Task All_stock_filters_can_be_put_on_a_port()
    {
        await using var segment = await OpenAsync();
        foreach (var filter in Lodge.Network.Filters.StockFilters.All)
        {
            await segment.BindAsync(
                filter.Name, $"IP={Own}", "IPV6=fe80::5",
                    $"DHCPSERVER={(filter.Chain.Name == "ipv6" ? "fe80::1" : Far)}",
                $"GATEWAY_MAC={PeerMac}");
        }

        Assert.Equal(24, Lodge.Network.Filters.StockFilters.All.Count());
    }
}
