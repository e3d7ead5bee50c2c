using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Daemon.Domains.Jobs;

/// <summary>How far a long job is, in bytes.</summary>
/// <param name="Total">All there is to move.</param>
/// <param name="Processed">Moved so far.</param>
/// <param name="Remaining">Left to move.</param>
internal sealed record DomainJobProgress(ulong Total, ulong Processed, ulong Remaining)
{
    /// <summary>What QEMU tells of the guest's memory; null where it is not moved by pages.</summary>
    public MigrationMemory? Memory { get; init; }

    /// <summary>Milliseconds the guest stands still; null while not known.</summary>
    public ulong? Downtime { get; init; }

    /// <summary>How far a migration is; null where it has not begun.</summary>
    public static DomainJobProgress? Of(MigrationState state) => state.Memory is not { } memory
        ? null
        : new DomainJobProgress(memory.Progress.Total, memory.Progress.Transferred, memory.Progress.Remaining)
        {
            Memory = memory,
            Downtime = (ulong?)(state.Downtime ?? state.ExpectedDowntime),
        };

    /// <summary>How far a dump is; null where it has not begun.</summary>
    public static DomainJobProgress? Of(DumpState state) => state.TotalBytes == 0
        ? null
        : new DomainJobProgress(state.TotalBytes, state.CompletedBytes, state.TotalBytes - state.CompletedBytes);
}
