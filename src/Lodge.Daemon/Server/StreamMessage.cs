namespace Lodge.Daemon.Server;

/// <summary>What names a stream on its connection: the call that opened it.</summary>
/// <param name="Program">The program of the call.</param>
/// <param name="Version">Its version.</param>
/// <param name="Procedure">The procedure called.</param>
/// <param name="Serial">The serial number of the call.</param>
internal readonly record struct StreamKey(uint Program, uint Version, int Procedure, uint Serial);

/// <summary>A message that waits to be read from a stream; its buffer belongs to the shared pool.</summary>
internal readonly record struct StreamMessage(StreamPacketKind Kind, byte[]? Buffer, int Length, long HoleLength);
