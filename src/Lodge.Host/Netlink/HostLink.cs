using System.Net.NetworkInformation;
using Lodge.Host.Native;

namespace Lodge.Host.Netlink;

/// <summary>A link of the host as the kernel describes it.</summary>
public sealed record HostLink
{
    /// <summary>Its number.</summary>
    public required int Index { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind (<c>bridge</c>, <c>tun</c>, <c>macvtap</c>, <c>vlan</c> …); null for real hardware.</summary>
    public string? Kind { get; init; }

    /// <summary>The kind of hardware (<c>ARPHRD_*</c>): 1 for Ethernet, 772 for the loopback.</summary>
    public int HardwareType { get; init; }

    /// <summary>Its hardware address.</summary>
    public PhysicalAddress Address { get; init; } = PhysicalAddress.None;

    /// <summary>The greatest packet, in bytes.</summary>
    public uint Mtu { get; init; }

    /// <summary>Whether it is switched on.</summary>
    public bool IsUp { get; init; }

    /// <summary>Whether it has a carrier.</summary>
    public bool HasCarrier { get; init; }

    /// <summary>Whether it takes frames that are for others.</summary>
    public bool IsPromiscuous { get; init; }

    /// <summary>The state of RFC 2863: 6 for up, 2 for down, 0 for unknown.</summary>
    public byte OperationalState { get; init; }

    /// <summary>The number of the bridge or bond it is a port of; 0 for none.</summary>
    public int MasterIndex { get; init; }

    /// <summary>The number of the link it stands on (a VLAN's, a macvtap's); 0 for none.</summary>
    public int ParentIndex { get; init; }

    /// <summary>A VLAN's number.</summary>
    public ushort? VlanId { get; init; }

    /// <summary>The way a macvlan or macvtap is connected.</summary>
    public MacvlanMode? MacvlanMode { get; init; }

    /// <summary>A bridge's forward delay, in hundredths of a second.</summary>
    public uint? ForwardDelay { get; init; }

    /// <summary>Whether a bridge takes part in the spanning tree protocol.</summary>
    public bool? IsStp { get; init; }

    /// <summary>Whether the host has a link of a name, as this process sees the host.</summary>
    /// <remarks>
    /// <c>/sys/class/net</c> may show another network namespace: that of whoever mounted it.
    /// </remarks>
    public static bool Exists(string name) => LibC.InterfaceIndex(name) != 0;
}
