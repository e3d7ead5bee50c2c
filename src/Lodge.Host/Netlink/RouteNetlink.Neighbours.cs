using System.Net;
using System.Net.NetworkInformation;
using static Lodge.Host.Netlink.RouteMessages;

namespace Lodge.Host.Netlink;

public sealed partial class RouteNetlink
{
    private const ushort Permanent = 0x80;
    private const byte OfMaster = 0x04;
    private const byte OfLink = 0x02;

    /// <summary>Who the host has lately spoken to on its links: entries that have a hardware address.</summary>
    public async ValueTask<List<HostNeighbour>> ListNeighboursAsync(CancellationToken cancellation = default)
    {
        var answers = await _socket.RequestAsync(
            new NetlinkRequest(GetNeighbour, NetlinkFlags.Dump).Header(default(NeighbourHeader)), cancellation);
        var found = new List<HostNeighbour>(answers.Count);
        foreach (var answer in answers)
        {
            var header = answer.Header<NeighbourHeader>();
            IPAddress? address = null;
            PhysicalAddress? hardware = null;
            foreach (var attribute in answer.Attributes<NeighbourHeader>())
            {
                if (attribute.Type == NeighbourDestination) address = attribute.AsAddress();
                if (attribute.Type == NeighbourLinkAddress) hardware = new PhysicalAddress(attribute.Value.ToArray());
            }

            if (address is not null && hardware is not null)
            {
                found.Add(new HostNeighbour(header.Index, address, hardware, header.State));
            }
        }

        return found;
    }

    /// <summary>Tells a bridge for good that an address is behind one of its ports.</summary>
    /// <param name="port">The port's name.</param>
    /// <param name="address">The hardware address behind it.</param>
    /// <param name="inLink">Whether the port's own table is meant, not its bridge's.</param>
    /// <param name="cancellation">Gives up waiting for the kernel's turn.</param>
    public async ValueTask AddForwardingAsync(
        string port, PhysicalAddress address, bool inLink = false, CancellationToken cancellation = default) =>
        await ChangeAsync(
            await ForwardingAsync(
                NewNeighbour, NetlinkFlags.Create | NetlinkFlags.Replace, port, address, inLink, cancellation),
            cancellation);

    /// <summary>Makes a bridge forget that an address is behind one of its ports.</summary>
    /// <inheritdoc cref="AddForwardingAsync"/>
    public async ValueTask DeleteForwardingAsync(
        string port, PhysicalAddress address, bool inLink = false, CancellationToken cancellation = default) =>
        await ChangeAsync(
            await ForwardingAsync(DeleteNeighbour, NetlinkFlags.None, port, address, inLink, cancellation),
            cancellation);

    private async ValueTask<NetlinkRequest> ForwardingAsync(
        ushort type, NetlinkFlags flags, string port, PhysicalAddress address, bool inLink,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new NetlinkRequest(type, flags | NetlinkFlags.Acknowledge)
            .Header(new NeighbourHeader
            {
                Family = BridgeFamily,
                Index = await IndexOfAsync(port, cancellation),
                State = Permanent,
                Flags = inLink ? OfLink : OfMaster,
            })
            .Add(NeighbourLinkAddress, address.GetAddressBytes());
    }
}
