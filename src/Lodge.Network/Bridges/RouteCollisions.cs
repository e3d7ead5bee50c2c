using System.Net;
using System.Net.Sockets;
using Lodge.Host.Netlink;
using Lodge.Model.Networks;

namespace Lodge.Network.Bridges;

/// <summary>Finds networks that would take the host's own routes away.</summary>
public static class RouteCollisions
{
    /// <summary>Refuses a network whose subnet, or a route of which, is one that the host has already.</summary>
    /// <param name="network">The network.</param>
    /// <param name="routes">The host's routes.</param>
    /// <param name="nameOf">The name of a link by its number.</param>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_INTERNAL_ERROR, naming the interface.</exception>
    public static void Check(
        NetworkDefinition network, IEnumerable<HostRoute> routes, Func<int, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(nameOf);
        foreach (var route in routes)
        {
            if (route.Destination.AddressFamily != AddressFamily.InterNetwork || route.PrefixLength == 0) continue;
            if (network.Ips.Any(ip => Same(route, ip.Network, ip.EffectivePrefix)))
            {
                throw NetworkFailure.Internal($"Network is already in use by interface {nameOf(route.LinkIndex)}");
            }

            foreach (var own in network.Routes)
            {
                if (Same(route, own.Address, own.EffectivePrefix))
                {
                    throw NetworkFailure.Internal(
                        $"Route address '{own.Address}' conflicts with IP address for '{nameOf(route.LinkIndex)}'");
                }
            }
        }
    }

    private static bool Same(HostRoute route, IPAddress network, int prefix) =>
        route.PrefixLength == prefix && route.Destination.Equals(network);
}
