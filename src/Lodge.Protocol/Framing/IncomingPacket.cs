namespace Lodge.Protocol.Framing;

/// <summary>A packet that has arrived whole.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Payload">What follows the header (and the count of files), valid until the assembler receives
/// more.</param>
/// <param name="FileCount">How many files came with it.</param>
public readonly record struct IncomingPacket(MessageHeader Header, ReadOnlyMemory<byte> Payload, int FileCount);
