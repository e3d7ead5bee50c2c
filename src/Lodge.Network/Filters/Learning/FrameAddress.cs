using System.Buffers.Binary;
using System.Net;
using Lodge.Model.Domain;

namespace Lodge.Network.Filters.Learning;

/// <summary>The IPv4 address that a frame's sender uses as its own.</summary>
internal static class FrameAddress
{
    /// <summary>The address; null where the frame shows none that a host can have.</summary>
    /// <param name="frame">A frame that the guest sent.</param>
    /// <param name="guest">The guest's hardware address; frames of others say nothing of it.</param>
    public static IPAddress? Read(ReadOnlySpan<byte> frame, MacAddress guest)
    {
        if (frame.Length < 34 || BinaryPrimitives.ReadUInt64BigEndian(frame[4..]) is var six
            && (six & 0xffff_ffff_ffff) != guest.Value)
        {
            return null;
        }

        return BinaryPrimitives.ReadUInt16BigEndian(frame[12..]) switch
        {
            0x0800 => Usable(frame.Slice(26, 4)),
            0x0806 when frame.Length >= 42 && BinaryPrimitives.ReadUInt16BigEndian(frame[20..]) is 1 or 2 =>
                Usable(frame.Slice(28, 4)),
            _ => null,
        };
    }

    private static IPAddress? Usable(ReadOnlySpan<byte> address) =>
        address[0] is 0 or >= 224 ? null : new IPAddress(address);
}
