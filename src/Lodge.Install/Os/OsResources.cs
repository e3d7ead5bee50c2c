namespace Lodge.Install.Os;

/// <summary>What a machine needs, in one respect (<see cref="OsResourceKind"/>), on one architecture.</summary>
/// <param name="Architecture">The architecture, or <c>all</c>.</param>
/// <param name="Inherits">Whether what is missing here comes from what the operating system derives from.</param>
public sealed record OsResources(string Architecture, bool Inherits)
{
    /// <summary>Memory in bytes.</summary>
    public long? Ram { get; init; }

    /// <summary>Space on disk in bytes.</summary>
    public long? Storage { get; init; }

    /// <summary>How many processors.</summary>
    public long? Processors { get; init; }

    /// <summary>Clock of a processor in hertz.</summary>
    public long? ProcessorClock { get; init; }

    /// <summary>These, with gaps filled from others of the same architecture.</summary>
    internal OsResources FilledFrom(OsResources other) => this with
    {
        Ram = Ram ?? other.Ram,
        Storage = Storage ?? other.Storage,
        Processors = Processors ?? other.Processors,
        ProcessorClock = ProcessorClock ?? other.ProcessorClock,
    };
}
