using System.Buffers.Binary;

namespace Lodge.Qemu.Network;

internal static partial class LinkControl
{
    private const nuint Ethtool = 0x8946;
    private const uint GetCoalescing = 0xe;
    private const uint SetCoalescing = 0xf;
    private const int CoalescingSize = 23 * sizeof(uint);
    private const int ReceivedFrames = 2 * sizeof(uint);

    /// <summary>Sets how many received frames a link gathers before it tells of them.</summary>
    /// <remarks>Source: Linux <c>ethtool.h</c>, <c>struct ethtool_coalesce</c>.</remarks>
    public static void WriteCoalescedFrames(string name, uint frames)
    {
        Span<byte> coalescing = stackalloc byte[CoalescingSize];
        BinaryPrimitives.WriteUInt32LittleEndian(coalescing, SetCoalescing);
        BinaryPrimitives.WriteUInt32LittleEndian(coalescing[ReceivedFrames..], frames);
        AskEthtool(name, coalescing, $"Cannot set coalesce info on '{name}'");
    }

    /// <summary>How many received frames a link gathers.</summary>
    public static uint ReadCoalescedFrames(string name)
    {
        Span<byte> coalescing = stackalloc byte[CoalescingSize];
        BinaryPrimitives.WriteUInt32LittleEndian(coalescing, GetCoalescing);
        AskEthtool(name, coalescing, $"Cannot get coalesce info on '{name}'");
        return BinaryPrimitives.ReadUInt32LittleEndian(coalescing[ReceivedFrames..]);
    }

    private static unsafe void AskEthtool(string name, Span<byte> question, string failure)
    {
        Span<byte> request = stackalloc byte[RequestSize];
        Name(request, name);
        fixed (byte* asked = question)
        {
            // The kernel reads and writes what the request points to.
            BinaryPrimitives.WriteUInt64LittleEndian(request[NameSize..], (ulong)asked);
            Control(Ethtool, request, failure);
        }
    }
}
