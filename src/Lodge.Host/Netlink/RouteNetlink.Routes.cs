using System.Net;
using System.Net.Sockets;
using static Lodge.Host.Netlink.RouteMessages;

namespace Lodge.Host.Netlink;

public sealed partial class RouteNetlink
{
    private const byte BootProtocol = 3;
    private const byte ScopeLink = 253;

    /// <summary>The routes of the main table, of both families.</summary>
    public async ValueTask<List<HostRoute>> ListRoutesAsync(CancellationToken cancellation = default)
    {
        var found = new List<HostRoute>();
        foreach (var family in (AddressFamily[])[AddressFamily.InterNetwork, AddressFamily.InterNetworkV6])
        {
            var answers = await _socket.RequestAsync(
                new NetlinkRequest(GetRoute, NetlinkFlags.Dump).Header(new RouteHeader { Family = Family(family) }),
                cancellation);
            foreach (var answer in answers)
            {
                var route = ReadRoute(answer, family);
                if (route.Table == HostRoute.MainTable) found.Add(route);
            }
        }

        return found;
    }

    /// <summary>Adds a route over a link.</summary>
    /// <exception cref="NetlinkException">There is such a route (EEXIST), or the kernel refuses.</exception>
    public async ValueTask AddRouteAsync(string link, HostRoute route, CancellationToken cancellation = default) =>
        await ChangeAsync(
            await RouteRequestAsync(
                NewRoute, NetlinkFlags.Create | NetlinkFlags.Exclusive, link, route, cancellation),
            cancellation);

    /// <summary>Removes a route over a link.</summary>
    public async ValueTask DeleteRouteAsync(string link, HostRoute route, CancellationToken cancellation = default) =>
        await ChangeAsync(
            await RouteRequestAsync(DeleteRoute, NetlinkFlags.None, link, route, cancellation), cancellation);

    private async ValueTask<NetlinkRequest> RouteRequestAsync(
        ushort type, NetlinkFlags flags, string link, HostRoute route, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(route);
        var request = new NetlinkRequest(type, flags | NetlinkFlags.Acknowledge)
            .Header(new RouteHeader
            {
                Family = Family(route.Destination.AddressFamily),
                DestinationLength = checked((byte)route.PrefixLength),
                Table = (byte)HostRoute.MainTable,
                Protocol = BootProtocol,
                Scope = route.Gateway is null ? ScopeLink : (byte)0,
                Type = HostRoute.Unicast,
            })
            .Add(RouteOutputLink, (uint)await IndexOfAsync(link, cancellation));
        if (route.PrefixLength > 0) request.Add(RouteDestination, route.Destination);
        if (route.Gateway is { } gateway) request.Add(RouteGateway, gateway);
        if (route.Metric > 0) request.Add(RoutePriority, route.Metric);
        return request;
    }

    private static HostRoute ReadRoute(NetlinkMessage message, AddressFamily family)
    {
        var header = message.Header<RouteHeader>();
        var any = family == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any;
        var route = new HostRoute(any, header.DestinationLength)
        {
            Table = header.Table,
            Protocol = header.Protocol,
            Type = header.Type,
        };
        foreach (var attribute in message.Attributes<RouteHeader>())
        {
            route = attribute.Type switch
            {
                RouteDestination => route with { Destination = attribute.AsAddress() ?? any },
                RouteGateway => route with { Gateway = attribute.AsAddress() },
                RouteOutputLink => route with { LinkIndex = (int)attribute.AsUInt32() },
                RoutePriority => route with { Metric = attribute.AsUInt32() },
                RouteTable => route with { Table = attribute.AsUInt32() },
                _ => route,
            };
        }

        return route;
    }
}
