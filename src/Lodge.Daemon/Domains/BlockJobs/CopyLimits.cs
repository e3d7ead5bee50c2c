namespace Lodge.Daemon.Domains.BlockJobs;

/// <summary>How a copy of a disk is made; 0 for what QEMU finds good.</summary>
/// <param name="BytesPerSecond">How fast at most.</param>
/// <param name="Granularity">How many bytes at least are copied at once, a power of two.</param>
/// <param name="BufferSize">How many bytes may be under way.</param>
internal readonly record struct CopyLimits(ulong BytesPerSecond, uint Granularity, ulong BufferSize);
