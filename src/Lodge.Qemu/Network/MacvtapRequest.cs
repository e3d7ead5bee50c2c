using System.Net.NetworkInformation;
using Lodge.Host.Netlink;

namespace Lodge.Qemu.Network;

/// <summary>The macvtap device a guest's interface wants on the host.</summary>
public sealed record MacvtapRequest
{
    /// <summary>The device's name; null takes the next free <c>macvtapN</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The host's link it shares.</summary>
    public required string Link { get; init; }

    /// <summary>How it reaches its neighbours there.</summary>
    public required MacvlanMode Mode { get; init; }

    /// <summary>The guest's hardware address, which is its own too.</summary>
    public required PhysicalAddress GuestAddress { get; init; }

    /// <summary>How many queues, from 1.</summary>
    public int Queues { get; init; } = 1;

    /// <summary>Whether frames carry a virtio-net header.</summary>
    public bool VirtioHeader { get; init; }

    /// <summary>The greatest packet in bytes; null takes the link's.</summary>
    public int? Mtu { get; init; }
}
