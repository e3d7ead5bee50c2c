using System.Net.NetworkInformation;

namespace Lodge.Qemu.Network;

/// <summary>The tap device a guest's interface wants on the host.</summary>
public sealed record TapRequest
{
    /// <summary>The link's name; null takes the next free <c>vnetN</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The guest's hardware address; the link gets one like it that no bridge will take as its own.</summary>
    public required PhysicalAddress GuestAddress { get; init; }

    /// <summary>The bridge to plug the link into, or null for a link of its own.</summary>
    public string? Bridge { get; init; }

    /// <summary>How many queues, from 1.</summary>
    public int Queues { get; init; } = 1;

    /// <summary>Whether frames carry a virtio-net header: for guests with a virtio card.</summary>
    public bool VirtioHeader { get; init; }

    /// <summary>The greatest packet in bytes; null takes the bridge's.</summary>
    public int? Mtu { get; init; }

    /// <summary>How many received frames are gathered before the host is told; 0 for none.</summary>
    public uint CoalescedFrames { get; init; }

    /// <summary>Whether the guest's link is up.</summary>
    public bool Online { get; init; } = true;
}
