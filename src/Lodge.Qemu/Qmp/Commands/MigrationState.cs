using System.Text.Json;

namespace Lodge.Qemu.Qmp.Commands;

/// <summary>How a migration goes (QMP <c>query-migrate</c>); null where not told.</summary>
public sealed record MigrationState
{
    /// <summary>
    /// <c>none</c>, <c>setup</c>, <c>active</c>, <c>pre-switchover</c>, <c>device</c>, <c>completed</c>, <c>failed</c>,
    /// <c>cancelled</c> …
    /// </summary>
    public required string Status { get; init; }

    /// <summary>Milliseconds since it began.</summary>
    public long? TotalTime { get; init; }

    /// <summary>Milliseconds that the guest stood still.</summary>
    public long? Downtime { get; init; }

    /// <summary>Milliseconds that the guest is expected to stand still.</summary>
    public long? ExpectedDowntime { get; init; }

    /// <summary>Milliseconds from the begin to the first byte.</summary>
    public long? SetupTime { get; init; }

    /// <summary>The guest's memory.</summary>
    public MigrationMemory? Memory { get; init; }

    /// <summary>Disks that are moved along.</summary>
    public MigrationProgress? Disk { get; init; }

    /// <summary>What went wrong, or null.</summary>
    public string? Error { get; init; }

    internal static MigrationState Read(JsonElement answer) => new()
    {
        Status = answer.OptionalText("status") ?? "none",
        TotalTime = answer.OptionalInteger("total-time"),
        Downtime = answer.OptionalInteger("downtime"),
        ExpectedDowntime = answer.OptionalInteger("expected-downtime"),
        SetupTime = answer.OptionalInteger("setup-time"),
        Memory = answer.OptionalObject("ram") is { } memory ? MigrationMemory.Read(memory) : null,
        Disk = answer.OptionalObject("disk") is { } disk ? MigrationProgress.Read(disk) : null,
        Error = answer.OptionalText("error-desc"),
    };
}

/// <summary>How much of something was moved, in bytes.</summary>
/// <param name="Transferred">Moved so far.</param>
/// <param name="Remaining">Left to move.</param>
/// <param name="Total">All of it.</param>
public sealed record MigrationProgress(ulong Transferred, ulong Remaining, ulong Total)
{
    internal static MigrationProgress Read(JsonElement json) =>
        new(json.Unsigned("transferred"), json.Unsigned("remaining"), json.Unsigned("total"));
}

/// <summary>How the guest's memory is being moved.</summary>
/// <param name="Progress">How much, in bytes.</param>
/// <param name="Mbps">Megabits a second.</param>
/// <param name="ConstantPages">Pages of one byte value.</param>
/// <param name="NormalPages">Pages sent whole.</param>
/// <param name="NormalBytes">Bytes of these.</param>
/// <param name="DirtyRate">Pages that the guest changes in a second.</param>
/// <param name="Iteration">How often all was gone through.</param>
/// <param name="PageSize">Bytes of a page.</param>
public sealed record MigrationMemory(
    MigrationProgress Progress,
    double Mbps,
    ulong ConstantPages,
    ulong NormalPages,
    ulong NormalBytes,
    ulong DirtyRate,
    ulong Iteration,
    ulong PageSize)
{
    internal static MigrationMemory Read(JsonElement json) => new(
        MigrationProgress.Read(json),
        json.TryGetProperty("mbps", out var mbps) ? mbps.GetDouble() : 0,
        json.OptionalUnsigned("duplicate") ?? 0,
        json.OptionalUnsigned("normal") ?? 0,
        json.OptionalUnsigned("normal-bytes") ?? 0,
        json.OptionalUnsigned("dirty-pages-rate") ?? 0,
        json.OptionalUnsigned("dirty-sync-count") ?? 0,
        json.OptionalUnsigned("page-size") ?? 0);
}
