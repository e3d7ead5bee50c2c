using System.Net;
using System.Net.NetworkInformation;
using Lodge.Host.Netlink;
using Lodge.Testing;
using Xunit;

namespace Lodge.Host.Tests.Netlink;

public sealed class RouteNetlinkTests : IDisposable
{
    private static readonly PhysicalAddress Address = PhysicalAddress.Parse("52-54-00-AB-CD-EF");

    private readonly RouteNetlink _route;

    public RouteNetlinkTests()
    {
        Assert.SkipUnless(PrivateNetwork.IsAllowed, "Only root may make a network namespace");
        _route = PrivateNetwork.Open(RouteNetlink.Open);
    }

    public void Dispose() => _route?.Dispose();

    [Fact]
    public async Task A_bridge_is_made_as_asked_and_found_again()
    {
        await _route.AddBridgeAsync(
            "br0", new BridgeOptions { Address = Address, IsStp = true, ForwardDelay = 200, Mtu = 9000 });
        await _route.ChangeLinkAsync("br0", new LinkChange { IsUp = true });

        var bridge = await _route.FindLinkAsync("br0");

        Assert.NotNull(bridge);
        Assert.Equal(("bridge", true, true, 200u, 9000u),
            (bridge.Kind, bridge.IsUp, bridge.IsStp!.Value, bridge.ForwardDelay!.Value, bridge.Mtu));
        Assert.Equal(Address, bridge.Address);
        Assert.Contains(await _route.ListLinksAsync(), link => link.Name == "br0");
    }

    [Fact]
    public async Task A_link_is_known_by_its_name_where_it_is_and_nowhere_else()
    {
        using var elsewhere = new NetworkNamespace();
        using var route = elsewhere.Run(RouteNetlink.Open);
        await route.AddBridgeAsync("lodge-here", new BridgeOptions());

        Assert.True(elsewhere.Run(() => HostLink.Exists("lodge-here")));
        Assert.False(elsewhere.Run(() => HostLink.Exists("lodge-nowhere")));
        Assert.False(HostLink.Exists("lodge-here"));
    }

    [Fact]
    public async Task A_second_bridge_of_a_name_is_refused_and_a_missing_link_is_no_error_to_delete()
    {
        await _route.AddBridgeAsync("br0", new BridgeOptions());

        var refusal = await Assert.ThrowsAsync<NetlinkException>(
            async () => await _route.AddBridgeAsync("br0", new BridgeOptions()));

        Assert.True(refusal.AlreadyExists);
        Assert.True(await _route.DeleteLinkAsync("br0"));
        Assert.False(await _route.DeleteLinkAsync("br0"));
        Assert.Null(await _route.FindLinkAsync("br0"));
    }

    [Fact]
    public async Task Ports_join_and_leave_a_bridge_and_can_be_isolated()
    {
        await _route.AddBridgeAsync("br0", new BridgeOptions());
        await _route.AddPairAsync("d0", "e0");
        var bridge = await _route.IndexOfAsync("br0");

        await _route.ChangeLinkAsync("d0", new LinkChange { MasterIndex = bridge, IsUp = true, Address = Address });
        await _route.ChangePortAsync("d0", new BridgePortOptions { IsIsolated = true, Learns = false, Floods = false });
        await _route.AddForwardingAsync("d0", PhysicalAddress.Parse("52-54-00-00-00-01"));
        var port = await _route.FindLinkAsync("d0");
        await _route.ChangeLinkAsync("d0", new LinkChange { MasterIndex = 0 });

        Assert.Equal(bridge, port!.MasterIndex);
        Assert.Equal(0, (await _route.FindLinkAsync("d0"))!.MasterIndex);
    }

    [Fact]
    public async Task Addresses_and_routes_come_and_go()
    {
        await _route.AddPairAsync("d0", "e0");
        await _route.ChangeLinkAsync("d0", new LinkChange { IsUp = true });
        await _route.ChangeLinkAsync("e0", new LinkChange { IsUp = true });
        await _route.AddAddressAsync("d0", IPAddress.Parse("192.0.2.1"), 24, IPAddress.Parse("192.0.2.255"));
        await _route.AddAddressAsync("d0", IPAddress.Parse("2001:db8::1"), 64);
        var route =
            new HostRoute(IPAddress.Parse("198.51.100.0"), 24) { Gateway = IPAddress.Parse("192.0.2.9"), Metric = 7 };
        await _route.AddRouteAsync("d0", route);

        var addresses = await _route.ListAddressesAsync();
        var routes = await _route.ListRoutesAsync();

        Assert.Contains(addresses, a => a.Address.ToString() == "192.0.2.1" && a.PrefixLength == 24
            && a.Broadcast!.ToString() == "192.0.2.255");
        Assert.Contains(addresses, a => a.Address.ToString() == "2001:db8::1" && a.PrefixLength == 64);
        Assert.Contains(
            routes, r => r.Destination.ToString() == "192.0.2.0" && r.PrefixLength == 24 && r.Gateway is null);
        Assert.Contains(
            routes, r => r.Destination.Equals(route.Destination) && r.Gateway!.Equals(route.Gateway) && r.Metric == 7);
        await _route.DeleteRouteAsync("d0", route);
        await _route.DeleteAddressAsync("d0", IPAddress.Parse("192.0.2.1"), 24);
        Assert.DoesNotContain(
            await _route.ListRoutesAsync(), r => r.Gateway is not null && r.Destination.Equals(route.Destination));
    }

    [Fact]
    public async Task A_macvtap_stands_on_its_parent()
    {
        await _route.AddPairAsync("d0", "e0");
        await _route.AddMacvlanAsync("macvtap0", "d0", MacvlanMode.Vepa, isTap: true, Address);
        var parent = await _route.IndexOfAsync("d0");

        var macvtap = await _route.FindLinkAsync("macvtap0");

        Assert.Equal(
            ("macvtap", MacvlanMode.Vepa, parent), (macvtap!.Kind, macvtap.MacvlanMode!.Value, macvtap.ParentIndex));
        Assert.Equal(Address, macvtap.Address);
    }

    [Fact]
    public async Task The_kernel_says_what_it_refuses_in_words()
    {
        var refusal = await Assert.ThrowsAsync<NetlinkException>(
            async () => await _route.AddBridgeAsync("a-name-that-is-far-too-long", new BridgeOptions()));

        Assert.Contains("(", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(34, refusal.Number);
    }

    [Fact]
    public async Task Requests_of_many_callers_get_their_own_answers()
    {
        for (var i = 0; i < 20; i++) await _route.AddPairAsync($"d{i}", $"e{i}");

        var found = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => Task.Run(async () => (i, await _route.FindLinkAsync($"d{i % 20}")))));

        Assert.All(found, pair => Assert.Equal($"d{pair.i % 20}", pair.Item2!.Name));
    }
}
