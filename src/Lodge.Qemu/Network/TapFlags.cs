namespace Lodge.Qemu.Network;

/// <summary>How a tap device is opened.</summary>
/// <remarks>Source: Linux <c>if_tun.h</c>, <c>IFF_*</c>.</remarks>
[Flags]
internal enum TapFlags : short
{
    /// <summary>Ethernet frames.</summary>
    Tap = 0x0002,

    /// <summary>Frames come without a packet-information header.</summary>
    NoPacketInformation = 0x1000,

    /// <summary>Frames come with a virtio-net header, which carries offloads.</summary>
    VirtioHeader = 0x4000,

    /// <summary>More than one queue.</summary>
    MultiQueue = 0x0100,
}
