using System.Net.NetworkInformation;

namespace Lodge.Host.Netlink;

/// <summary>How a bridge is made or changed; what is null is the kernel's choice or stays.</summary>
public sealed record BridgeOptions
{
    /// <summary>Its hardware address, which then does not follow its ports'.</summary>
    public PhysicalAddress? Address { get; init; }

    /// <summary>Whether it takes part in the spanning tree protocol.</summary>
    public bool? IsStp { get; init; }

    /// <summary>How long a port listens before it forwards, in hundredths of a second.</summary>
    public uint? ForwardDelay { get; init; }

    /// <summary>Whether frames are sorted by their VLAN.</summary>
    public bool? FiltersVlans { get; init; }

    /// <summary>The greatest packet, in bytes.</summary>
    public uint? Mtu { get; init; }
}
