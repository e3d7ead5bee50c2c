using System.Net;
using System.Net.Sockets;
using static Lodge.Host.Netlink.RouteMessages;

namespace Lodge.Host.Netlink;

public sealed partial class RouteNetlink
{
    private const uint FlagTentative = 0x40;
    private const uint FlagDuplicate = 0x08;

    /// <summary>All addresses of all links.</summary>
    public async ValueTask<List<HostAddress>> ListAddressesAsync(CancellationToken cancellation = default)
    {
        var answers = await _socket.RequestAsync(
            new NetlinkRequest(GetAddress, NetlinkFlags.Dump).Header(default(AddressHeader)), cancellation);
        var found = new List<HostAddress>(answers.Count);
        foreach (var answer in answers)
        {
            if (ReadAddress(answer) is { } address) found.Add(address);
        }

        return found;
    }

    /// <summary>Gives a link an address.</summary>
    /// <param name="link">The link's name.</param>
    /// <param name="address">The address.</param>
    /// <param name="prefixLength">How many of its bits name the network.</param>
    /// <param name="broadcast">The broadcast address of an IPv4 network, or null.</param>
    /// <param name="cancellation">Gives up waiting for the kernel's turn.</param>
    /// <exception cref="NetlinkException">It has it already (EEXIST), or the kernel refuses.</exception>
    public async ValueTask AddAddressAsync(
        string link, IPAddress address, int prefixLength, IPAddress? broadcast = null,
        CancellationToken cancellation = default)
    {
        var request = await AddressRequestAsync(
            NewAddress, NetlinkFlags.Create | NetlinkFlags.Exclusive, link, address, prefixLength, cancellation);
        if (broadcast is not null) request.Add(AddressBroadcast, broadcast);
        await ChangeAsync(request, cancellation);
    }

    /// <summary>Takes an address away from a link.</summary>
    public async ValueTask DeleteAddressAsync(
        string link, IPAddress address, int prefixLength, CancellationToken cancellation = default) =>
        await ChangeAsync(
            await AddressRequestAsync(
                DeleteAddress, NetlinkFlags.None, link, address, prefixLength, cancellation),
            cancellation);

    private async ValueTask<NetlinkRequest> AddressRequestAsync(
        ushort type, NetlinkFlags flags, string link, IPAddress address, int prefixLength,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new NetlinkRequest(type, flags | NetlinkFlags.Acknowledge)
            .Header(new AddressHeader
            {
                Family = Family(address.AddressFamily),
                PrefixLength = checked((byte)prefixLength),
                Index = await IndexOfAsync(link, cancellation),
            })
            .Add(AddressLocal, address)
            .Add(AddressAddress, address);
    }

    private static HostAddress? ReadAddress(NetlinkMessage message)
    {
        var header = message.Header<AddressHeader>();
        uint flags = header.Flags;
        IPAddress? local = null, peer = null, broadcast = null;
        foreach (var attribute in message.Attributes<AddressHeader>())
        {
            switch (attribute.Type)
            {
                case AddressLocal: local = attribute.AsAddress(); break;
                case AddressAddress: peer = attribute.AsAddress(); break;
                case AddressBroadcast: broadcast = attribute.AsAddress(); break;
                case AddressFlags: flags = attribute.AsUInt32(); break;
            }
        }

        return (local ?? peer) is not { } address ? null : new HostAddress(header.Index, address, header.PrefixLength)
        {
            Broadcast = broadcast,
            IsTentative = address.AddressFamily == AddressFamily.InterNetworkV6 && (flags & FlagTentative) != 0,
            IsDuplicate = (flags & FlagDuplicate) != 0 && address.AddressFamily == AddressFamily.InterNetworkV6,
        };
    }
}
