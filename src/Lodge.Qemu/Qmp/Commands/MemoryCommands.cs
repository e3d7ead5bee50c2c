using System.Text.Json;

namespace Lodge.Qemu.Qmp.Commands;

/// <summary>The guest's memory and its balloon.</summary>
public static class MemoryCommands
{
    /// <summary><c>query-balloon</c>: the memory the guest has now, in bytes.</summary>
    /// <exception cref="Lodge.Protocol.Errors.VirException">It has no balloon (class
    /// <c>DeviceNotActive</c>).</exception>
    public static Task<ulong> QueryBalloonAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("query-balloon", null, static balloon => balloon.Unsigned("actual"), cancellationToken);

    /// <summary><c>balloon</c>: asks the guest to have so much memory, in bytes; it takes its time.</summary>
    public static Task SetBalloonAsync(
        this QmpClient monitor, ulong bytes, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("balloon", json => json.WriteNumber("value", bytes), cancellationToken);

    /// <summary>
    /// What the guest's balloon driver told last; all unknown where it was never asked (see
    /// <see cref="SetBalloonPollingAsync"/>).
    /// </summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="balloon">The id of the balloon device, for example <c>balloon0</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task<BalloonStats> GetBalloonStatsAsync(
        this QmpClient monitor, string balloon, CancellationToken cancellationToken = default) =>
        monitor.QomGetAsync($"/machine/peripheral/{balloon}", "guest-stats", BalloonStats.Read, cancellationToken);

    /// <summary>How often, in seconds, the guest's balloon driver is asked; 0 for never.</summary>
    public static Task SetBalloonPollingAsync(
        this QmpClient monitor, string balloon, int seconds, CancellationToken cancellationToken = default) =>
        monitor.QomSetAsync(
            $"/machine/peripheral/{balloon}",
            "guest-stats-polling-interval",
            json => json.WriteNumberValue(seconds),
            cancellationToken);

    /// <summary>
    /// <c>query-memory-size-summary</c>: the memory the guest was started with, and that plugged since, in bytes.
    /// </summary>
    public static Task<(ulong Base, ulong Plugged)> QueryMemorySizeAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-memory-size-summary",
            null,
            static size => (size.Unsigned("base-memory"), size.OptionalUnsigned("plugged-memory") ?? 0),
            cancellationToken);
}

/// <summary>What a guest's balloon driver tells; null where it does not tell.</summary>
/// <remarks>Source: VIRTIO 1.1, 5.5.6.3 Memory Statistics Tags. Sizes are in bytes.</remarks>
public sealed record BalloonStats
{
    /// <summary>Swapped in so far.</summary>
    public ulong? SwapIn { get; init; }

    /// <summary>Swapped out so far.</summary>
    public ulong? SwapOut { get; init; }

    /// <summary>Page faults with disk access so far.</summary>
    public ulong? MajorFaults { get; init; }

    /// <summary>Page faults without disk access so far.</summary>
    public ulong? MinorFaults { get; init; }

    /// <summary>Memory used for nothing.</summary>
    public ulong? Free { get; init; }

    /// <summary>All of the guest's memory.</summary>
    public ulong? Total { get; init; }

    /// <summary>Memory that programs could get without swapping.</summary>
    public ulong? Available { get; init; }

    /// <summary>Memory that holds disk contents.</summary>
    public ulong? DiskCaches { get; init; }

    /// <summary>Huge pages given out so far.</summary>
    public ulong? HugetlbAllocations { get; init; }

    /// <summary>Huge pages that could not be given out so far.</summary>
    public ulong? HugetlbFailures { get; init; }

    /// <summary>When the guest told this, in seconds since 1970; 0 for never.</summary>
    public long LastUpdate { get; init; }

    internal static BalloonStats Read(JsonElement answer)
    {
        var stats = answer.GetProperty("stats");
        return new BalloonStats
        {
            SwapIn = Known(stats, "stat-swap-in"),
            SwapOut = Known(stats, "stat-swap-out"),
            MajorFaults = Known(stats, "stat-major-faults"),
            MinorFaults = Known(stats, "stat-minor-faults"),
            Free = Known(stats, "stat-free-memory"),
            Total = Known(stats, "stat-total-memory"),
            Available = Known(stats, "stat-available-memory"),
            DiskCaches = Known(stats, "stat-disk-caches"),
            HugetlbAllocations = Known(stats, "stat-htlb-pgalloc"),
            HugetlbFailures = Known(stats, "stat-htlb-pgfail"),
            LastUpdate = answer.Integer("last-update"),
        };
    }

    // QEMU shows what the guest does not tell as all ones.
    private static ulong? Known(JsonElement stats, string name) =>
        stats.OptionalUnsigned(name) is { } value and not ulong.MaxValue ? value : null;
}
