using System.Net;
using System.Net.NetworkInformation;

namespace Lodge.Host.Netlink;

/// <summary>An entry of the host's ARP or neighbour table.</summary>
/// <param name="LinkIndex">The link it is reached over.</param>
/// <param name="Address">Its address.</param>
/// <param name="HardwareAddress">Its hardware address.</param>
/// <param name="State">How sure the kernel is (<c>NUD_*</c>): 2 reachable, 4 stale, 0x20 failed, 0x80
/// permanent.</param>
public sealed record HostNeighbour(
    int LinkIndex, IPAddress Address, PhysicalAddress HardwareAddress, ushort State);
