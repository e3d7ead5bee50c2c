namespace Lodge.Web.Statistics;

/// <summary>What a host did at one moment.</summary>
/// <param name="Time">When.</param>
/// <param name="Cpu">How much of its processors was used since the moment before, in percent.</param>
/// <param name="MemoryUsed">The memory in use, in KiB.</param>
/// <param name="MemoryTotal">All of its memory, in KiB.</param>
public readonly record struct HostSample(DateTimeOffset Time, float Cpu, float MemoryUsed, float MemoryTotal);
