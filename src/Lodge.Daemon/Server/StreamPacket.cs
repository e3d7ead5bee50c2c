namespace Lodge.Daemon.Server;

/// <summary>What a client may send on a stream.</summary>
internal enum StreamPacketKind
{
    /// <summary>Bytes.</summary>
    Data,

    /// <summary>A run of zeroes that was not sent.</summary>
    Hole,

    /// <summary>The client wrote all, and waits for <see cref="ServerStream.Confirm"/> or
    /// <see cref="ServerStream.Fail"/>.</summary>
    Finish,

    /// <summary>The client gave up or is gone; nothing more can be read or written.</summary>
    Abort,
}

/// <summary>One thing read from a stream.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Data">The bytes, valid until the next read; empty unless <see cref="StreamPacketKind.Data"/>.</param>
/// <param name="HoleLength">The bytes skipped; 0 unless <see cref="StreamPacketKind.Hole"/>.</param>
internal readonly record struct StreamPacket(StreamPacketKind Kind, ReadOnlyMemory<byte> Data, long HoleLength);
