namespace Lodge.Protocol;

/// <summary>
/// Every bound of the wire that is not a field's own (those stand in the table, beside their fields). A peer is
/// hostile:
/// each is checked before memory is taken.
/// </summary>
/// <remarks>Source: libvirt's <c>virnetprotocol.x</c> and <c>remote_protocol.x</c>.</remarks>
public static class WireLimits
{
    /// <summary>Bytes of the length word in front of a packet, counted by itself.</summary>
    public const int LengthSize = 4;

    /// <summary>Bytes of a packet's header after the length word.</summary>
    public const int HeaderSize = 24;

    /// <summary>The fewest bytes a packet has: its length word and its header.</summary>
    public const int PacketMin = LengthSize + HeaderSize;

    /// <summary>The most bytes a packet has after its length word.</summary>
    public const int MessageMax = 33554432;

    /// <summary>The most bytes of a packet with its length word.</summary>
    public const int PacketMax = MessageMax + LengthSize;

    /// <summary>The most bytes of a payload.</summary>
    public const int PayloadMax = MessageMax - HeaderSize;

    /// <summary>
    /// The most bytes in one packet of a stream that peers older than libvirt 1.2 still take; libvirt sends no more.
    /// </summary>
    public const int StreamDataMax = 262120;

    /// <summary>The most file descriptors with one message.</summary>
    public const int FilesMax = 32;

    /// <summary>The most bytes of any text.</summary>
    public const int StringMax = 4194304;

    /// <summary>The most bytes of a typed parameter's name, without the NUL that C counts in its 80.</summary>
    public const int ParameterNameMax = 79;

    /// <summary>Bytes that an assembler takes before it knows that more come.</summary>
    public const int ReceiveInitial = 4096;

    /// <summary>Bytes of an idle buffer that are kept for the next message; what is larger is let go.</summary>
    public const int BufferKeep = 65536;
}
