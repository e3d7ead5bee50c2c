using System.Net;

namespace Lodge.Host.Netlink;

/// <summary>A route of the host.</summary>
/// <param name="Destination">The network it leads to; the family's zero address for a default route.</param>
/// <param name="PrefixLength">How many bits of the destination count; 0 for a default route.</param>
public sealed record HostRoute(IPAddress Destination, int PrefixLength)
{
    /// <summary>The next hop; null where the network is on the link itself.</summary>
    public IPAddress? Gateway { get; init; }

    /// <summary>The number of the link it leaves by; 0 for none.</summary>
    public int LinkIndex { get; init; }

    /// <summary>The lower wins; 0 where nothing is said.</summary>
    public uint Metric { get; init; }

    /// <summary>The table it stands in: 254 for the main one.</summary>
    public uint Table { get; init; } = MainTable;

    /// <summary>Who made it: 2 the kernel, 3 a program at boot, 4 an administrator, 9 router advertisements.</summary>
    public byte Protocol { get; init; }

    /// <summary>1 for an ordinary route; 2 local, 3 broadcast, 6 blackhole …</summary>
    public byte Type { get; init; } = Unicast;

    /// <summary>The main table's number.</summary>
    public const uint MainTable = 254;

    /// <summary>An ordinary route's type.</summary>
    public const byte Unicast = 1;
}
