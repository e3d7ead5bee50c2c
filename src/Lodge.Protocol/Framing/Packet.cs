using System.Buffers.Binary;
using Lodge.Protocol.Net;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Framing;

/// <summary>Closes an outgoing packet.</summary>
public static class Packet
{
    /// <summary>Room in front of a payload: length, header, and the count of files where there are any.</summary>
    public const int PrefixSize = WireLimits.PacketMin + 4;

    /// <summary>Puts length and header in front of a payload.</summary>
    /// <param name="buffer">The payload, in a buffer with the default prefix.</param>
    /// <param name="header">The header; its type becomes the one with files where files go with it.</param>
    /// <param name="fileCount">How many files are sent after the packet, one with each of as many single bytes.</param>
    /// <returns>The whole packet, valid until the buffer is written or cleared.</returns>
    /// <exception cref="Errors.VirException">There are more files than a message can have, or the packet is too
    /// large.</exception>
    public static ReadOnlyMemory<byte> Seal(XdrBuffer buffer, MessageHeader header, int fileCount = 0)
    {
        if (fileCount > WireLimits.FilesMax)
        {
            throw FramingFault.Of($"Too many FDs to send {fileCount}, expected {WireLimits.FilesMax} maximum");
        }

        if (fileCount > 0)
        {
            header = header with { Type = WithFiles(header.Type) };
        }

        var start = header.HasFiles ? 0 : PrefixSize - WireLimits.PacketMin;
        var packet = buffer.WithPrefix()[start..];
        if (packet.Length > WireLimits.PacketMax)
        {
            throw FramingFault.Of($"a packet of {packet.Length} bytes where {WireLimits.PacketMax} are the most");
        }

        var bytes = packet.Span;
        BinaryPrimitives.WriteInt32BigEndian(bytes, packet.Length);
        header.Write(bytes[WireLimits.LengthSize..]);
        if (header.HasFiles)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes[WireLimits.PacketMin..], fileCount);
        }

        return packet;
    }

    private static VirNetMessageType WithFiles(VirNetMessageType type) => type switch
    {
        VirNetMessageType.VIR_NET_CALL => VirNetMessageType.VIR_NET_CALL_WITH_FDS,
        VirNetMessageType.VIR_NET_REPLY => VirNetMessageType.VIR_NET_REPLY_WITH_FDS,
        _ => type,
    };
}
