using System.Net.NetworkInformation;

namespace Lodge.Host.Netlink;

/// <summary>What is to change about a link; what is null stays.</summary>
public sealed record LinkChange
{
    /// <summary>On or off.</summary>
    public bool? IsUp { get; init; }

    /// <summary>A new name.</summary>
    public string? Name { get; init; }

    /// <summary>A hardware address.</summary>
    public PhysicalAddress? Address { get; init; }

    /// <summary>The greatest packet, in bytes.</summary>
    public uint? Mtu { get; init; }

    /// <summary>The number of the bridge to join; 0 to leave.</summary>
    public int? MasterIndex { get; init; }

    /// <summary>Whether it takes frames that are for others.</summary>
    public bool? IsPromiscuous { get; init; }

    /// <summary>Whether it takes all multicast frames.</summary>
    public bool? TakesAllMulticast { get; init; }

    /// <summary>The length of the queue of frames that leave.</summary>
    public uint? TransmitQueue { get; init; }
}
