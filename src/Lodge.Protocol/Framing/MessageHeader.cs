using System.Buffers.Binary;
using Lodge.Protocol.Net;

namespace Lodge.Protocol.Framing;

/// <summary>
/// The six words in front of each payload.
/// <code>
/// +--------+---------+---------+-----------+------+--------+--------+--------- - -
/// | length | program | version | procedure | type | serial | status | payload
/// +--------+---------+---------+-----------+------+--------+--------+--------- - -
///  4 bytes each; the length counts itself
/// </code>
/// </summary>
/// <param name="Program">Which program the procedure belongs to.</param>
/// <param name="Version">The program's version.</param>
/// <param name="Procedure">The procedure's number.</param>
/// <param name="Type">Call, reply, message or stream.</param>
/// <param name="Serial">The number a reply or stream packet shares with its call; 0 on messages.</param>
/// <param name="Status">Whether the payload is an answer, an error, or more of a stream.</param>
/// <remarks>Source: libvirt's <c>virNetMessageHeader</c>.</remarks>
public readonly record struct MessageHeader(
    uint Program, uint Version, int Procedure, VirNetMessageType Type, uint Serial, VirNetMessageStatus Status)
{
    /// <summary>Whether a count of files stands in front of the payload.</summary>
    public bool HasFiles => Type is VirNetMessageType.VIR_NET_CALL_WITH_FDS or VirNetMessageType.VIR_NET_REPLY_WITH_FDS;

    /// <summary>Reads the header from its 24 bytes.</summary>
    public static MessageHeader Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt32BigEndian(bytes),
        BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]),
        BinaryPrimitives.ReadInt32BigEndian(bytes[8..]),
        (VirNetMessageType)BinaryPrimitives.ReadInt32BigEndian(bytes[12..]),
        BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]),
        (VirNetMessageStatus)BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));

    /// <summary>Writes the header's 24 bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Program);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], Version);
        BinaryPrimitives.WriteInt32BigEndian(bytes[8..], Procedure);
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], (int)Type);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[16..], Serial);
        BinaryPrimitives.WriteInt32BigEndian(bytes[20..], (int)Status);
    }
}
