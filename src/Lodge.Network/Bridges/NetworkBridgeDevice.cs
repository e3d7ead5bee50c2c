using System.Net.NetworkInformation;
using System.Net.Sockets;
using Lodge.Host;
using Lodge.Host.Netlink;
using Lodge.Model.Domain;
using Lodge.Model.Networks;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Bridges;

/// <summary>The bridge that is made for a network: its link, settings, addresses and routes.</summary>
/// <param name="route">The host's links.</param>
/// <param name="warn">Told of what is left out without harm.</param>
internal sealed class NetworkBridgeDevice(RouteNetlink route, Action<string> warn)
{
    private const uint HundredthsPerSecond = 100;
    private const byte RouterAdvertisement = 9;

    /// <summary>Makes the bridge and brings it up; each step says how to take it back.</summary>
    public async Task CreateAsync(NetworkDefinition network, Undo undo, CancellationToken cancellation)
    {
        var bridge = network.Bridge.Name
            ?? throw NetworkFailure.Internal($"network '{network.Name}' has no bridge name defined");
        await CheckRoutesAsync(network, cancellation);
        await AddAsync(network, bridge, cancellation);
        undo.Add(async () => await route.DeleteLinkAsync(bridge));
        if (network.Mtu > 0) await SetMtuAsync(bridge, network.Mtu, cancellation);
        SetIPv6(network, bridge, undo);
        foreach (var ip in network.Ips) await AddAddressAsync(bridge, ip, cancellation);
        if (network.Bridge.MacTableOwner == MacTableOwner.Libvirt)
        {
            await route.ChangeBridgeAsync(bridge, new BridgeOptions { FiltersVlans = true }, cancellation);
        }

        await TryAsync(
            route.ChangeLinkAsync(bridge, new LinkChange { IsUp = true }, cancellation),
            $"Cannot set interface flags on '{bridge}'");
        foreach (var way in network.Routes) await AddRouteAsync(network, bridge, way, cancellation);
        if (network.Forward.Mode != ForwardMode.None) await ForwardAsync(network, undo, cancellation);
    }

    /// <summary>Takes the bridge away.</summary>
    public async Task RemoveAsync(NetworkDefinition network) => await TryAsync(
        Ignoring(route.DeleteLinkAsync(network.Bridge.Name!)), $"Unable to delete bridge {network.Bridge.Name}");

    /// <summary>Whether the bridge is there.</summary>
    public async Task<bool> ExistsAsync(NetworkDefinition network, CancellationToken cancellation) =>
        await route.FindLinkAsync(network.Bridge.Name!, cancellation) is { Kind: "bridge" };

    private async Task CheckRoutesAsync(NetworkDefinition network, CancellationToken cancellation)
    {
        var links = await route.ListLinksAsync(cancellation);
        RouteCollisions.Check(
            network,
            await route.ListRoutesAsync(cancellation),
            index => links.Find(link => link.Index == index)?.Name ?? "?");
    }

    private async Task AddAsync(NetworkDefinition network, string bridge, CancellationToken cancellation)
    {
        var options = new BridgeOptions
        {
            Address = network.Mac is { } mac ? PhysicalAddress.Parse(mac.ToString()) : null,
            ForwardDelay = (uint)Math.Min(network.Bridge.Delay, uint.MaxValue / HundredthsPerSecond)
                * HundredthsPerSecond,
            IsStp = network.Bridge.IsStp,
        };
        await TryAsync(
            route.AddBridgeAsync(bridge, options, cancellation), $"error creating bridge interface {bridge}");
    }

    private async Task SetMtuAsync(string bridge, uint mtu, CancellationToken cancellation) => await TryAsync(
        route.ChangeLinkAsync(bridge, new LinkChange { Mtu = mtu }, cancellation),
        $"Cannot set interface MTU on '{bridge}'");

    private static void SetIPv6(NetworkDefinition network, string bridge, Undo undo)
    {
        var folder = $"ipv6/conf/{bridge}/";
        if (!Sysctl.Exists(folder + "disable_ipv6")) return;

        // Router advertisements of a guest must not change the host's own routes.
        (string Name, string Value)[] settings =
            [("disable_ipv6", network.HasFamily(v6: true) ? "0" : "1"), ("accept_ra", "0"), ("autoconf", "0")];
        foreach (var (name, value) in settings)
        {
            Sysctl.Set(
                folder + name, value, $"cannot write to '/proc/sys/net/{folder}{name}' on bridge '{bridge}'", undo);
        }
    }

    private async Task AddAddressAsync(string bridge, NetworkIp ip, CancellationToken cancellation)
    {
        var prefix = ip.EffectivePrefix;
        if (prefix < 0)
        {
            throw NetworkFailure.Internal($"bridge '{bridge}' has an invalid netmask or IP address");
        }

        await TryAsync(
            route.AddAddressAsync(
                bridge, ip.Address, prefix, ip.IsV6 ? null : IpArithmetic.Broadcast(ip.Address, prefix), cancellation),
            $"Failed to add IP address {ip.Address}/{prefix} to {bridge}");
    }

    private async Task AddRouteAsync(
        NetworkDefinition network, string bridge, IpRoute way, CancellationToken cancellation)
    {
        try
        {
            await route.AddRouteAsync(
                bridge,
                new HostRoute(way.Address, way.EffectivePrefix) { Gateway = way.Gateway, Metric = way.Metric ?? 0 },
                cancellation);
        }
        catch (NetlinkException refused)
        {
            // As libvirt does: the network is of use without it.
            warn($"network '{network.Name}' goes without its route to {way.Address}/{way.EffectivePrefix} "
                + $"via {way.Gateway}: {refused.Message}");
        }
    }

    private async Task ForwardAsync(NetworkDefinition network, Undo undo, CancellationToken cancellation)
    {
        const string Failure = "failed to enable IP forwarding";
        if (network.HasFamily(v6: false)) Sysctl.Set("ipv4/ip_forward", "1", Failure, undo);
        if (!network.HasFamily(v6: true)) return;
        await CheckAdvertisedRoutesAsync(cancellation);
        Sysctl.Set("ipv6/conf/all/forwarding", "1", Failure, undo);
    }

    /// <summary>A host that forwards no longer listens to routers, and would lose what it learned from them.</summary>
    private async Task CheckAdvertisedRoutesAsync(CancellationToken cancellation)
    {
        if (Sysctl.Read("ipv6/conf/all/forwarding") == "1") return;
        var links = await route.ListLinksAsync(cancellation);
        var names = (await route.ListRoutesAsync(cancellation))
            .Where(way => way.Protocol == RouterAdvertisement
                && way.Destination.AddressFamily == AddressFamily.InterNetworkV6)
            .Select(way => links.Find(link => link.Index == way.LinkIndex)?.Name)
            .Where(name => name is not null && Sysctl.Read($"ipv6/conf/{name}/accept_ra") is "0" or "1")
            .Distinct()
            .ToList();
        if (names.Count > 0)
        {
            throw NetworkFailure.Internal(
                "Check the host setup: enabling IPv6 forwarding with RA routes without accept_ra set to 2 is likely "
                + $"to cause routes loss. Interfaces to look at: {string.Join(", ", names)}");
        }
    }

    private static async ValueTask Ignoring(ValueTask<bool> work) => _ = await work;

    private static async Task TryAsync(ValueTask work, string failure)
    {
        try
        {
            await work;
        }
        catch (NetlinkException refused)
        {
            throw NetworkFailure.System(failure, refused);
        }
    }
}
