using System.Globalization;
using System.Net.Sockets;
using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Characters;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>The host's end of a network card.</summary>
/// <remarks>Source: QEMU QAPI <c>net.json</c>, <c>Netdev</c>.</remarks>
internal static class NetdevProperties
{
    /// <summary>The back end's properties.</summary>
    /// <param name="card">The card.</param>
    /// <param name="files">What was opened for it.</param>
    public static QemuProperties Of(Interface card, NetdevFiles files)
    {
        if (card.Script is not null && card.ActualType != InterfaceType.Ethernet)
        {
            throw ConfigurationError.Unsupported(
                $"scripts are not supported on interfaces of type {card.ActualType.ToXml()}");
        }

        return Backend(card, files).Add("id", InterfaceProperties.NetdevId(card.Alias));
    }

    private static QemuProperties Backend(Interface card, NetdevFiles files)
    {
        var source = card.Source;
        return card.ActualType switch
        {
            InterfaceType.Bridge or InterfaceType.Network or InterfaceType.Direct or InterfaceType.Ethernet =>
                Tap(card, files),
            InterfaceType.Client => Socket().Add("connect", Place(source.SocketAddress, source.SocketPort)),
            InterfaceType.Server => Socket().Add("listen", Place(source.SocketAddress, source.SocketPort)),
            InterfaceType.Mcast => Socket().Add("mcast", Place(source.SocketAddress, source.SocketPort)),
            InterfaceType.Udp => Socket()
                .Add("udp", Place(source.SocketAddress, source.SocketPort))
                .Add("localaddr", Place(source.LocalAddress, source.LocalPort)),
            InterfaceType.User => User(card),
            InterfaceType.Internal => Type("user"),
            InterfaceType.Vhostuser => Type("vhost-user")
                .Add("chardev", CharacterOption.Id(card.Alias))
                .Add("queues", MoreThanOne(card.Driver.Queues)),
            InterfaceType.Vdpa => Type("vhost-vdpa")
                .Add("vhostdev", files.Vdpa)
                .Add("queues", MoreThanOne(card.Driver.Queues)),
            _ => throw ConfigurationError.Unsupported(
                $"interfaces of type '{card.ActualType.ToXml()}' are not supported by QEMU guests"),
        };
    }

    private static QemuProperties Type(string type) => new QemuProperties().Add("type", type);

    private static QemuProperties Socket() => Type("socket");

    private static string Place(string? address, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"{address}:{port}");

    private static ulong? MoreThanOne(uint queues) => queues > 1 ? queues : null;

    private static QemuProperties Tap(Interface card, NetdevFiles files) => Type("tap")
        .Add(files.Taps.Count > 1 ? "fds" : "fd", string.Join(':', files.Taps))
        .AddIfOn("vhost", files.Vhosts.Count > 0)
        .Add(
            files.Vhosts.Count > 1 ? "vhostfds" : "vhostfd",
            files.Vhosts.Count == 0 ? null : string.Join(':', files.Vhosts))
        .Add("sndbuf", card.SendBuffer);

    private static QemuProperties User(Interface card)
    {
        var properties = Type("user");
        foreach (var ip in card.GuestIp?.Addresses ?? [])
        {
            if (ip.Address.AddressFamily == AddressFamily.InterNetworkV6)
            {
                properties.Add("ipv6-prefix", ip.Address.ToString()).AddNonZero("ipv6-prefixlen", ip.Prefix);
            }
            else
            {
                properties.Add("net", ip.Prefix == 0
                    ? ip.Address.ToString()
                    : string.Create(CultureInfo.InvariantCulture, $"{ip.Address}/{ip.Prefix}"));
            }
        }

        return properties;
    }
}
