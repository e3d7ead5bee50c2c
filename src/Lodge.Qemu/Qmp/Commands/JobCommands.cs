using System.Text.Json;

namespace Lodge.Qemu.Qmp.Commands;

/// <summary>
/// Long work on disks that goes on in the background; <see cref="Events.JobStatusEvent"/> tells how it goes.
/// </summary>
public static class JobCommands
{
    /// <summary><c>query-jobs</c>: all jobs, also those that are done and not yet dismissed.</summary>
    public static Task<JobState[]> QueryJobsAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-jobs",
            null,
            static jobs => jobs.EnumerateArray().Select(JobState.Read).ToArray(),
            cancellationToken);

    /// <summary><c>query-block-jobs</c>: the jobs on disks that are under way.</summary>
    public static Task<BlockJobState[]> QueryBlockJobsAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-block-jobs",
            null,
            static jobs => jobs.EnumerateArray().Select(BlockJobState.Read).ToArray(),
            cancellationToken);

    /// <summary><c>job-dismiss</c>: forgets a job that is done.</summary>
    public static Task JobDismissAsync(
        this QmpClient monitor, string id, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("job-dismiss", json => json.WriteString("id", id), cancellationToken);

    /// <summary><c>job-complete</c>: ends a job that is ready.</summary>
    public static Task JobCompleteAsync(
        this QmpClient monitor, string id, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("job-complete", json => json.WriteString("id", id), cancellationToken);

    /// <summary><c>block-job-cancel</c>: calls a job off.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="id">The id of the job.</param>
    /// <param name="isForced">Whether at once; otherwise one that is ready ends with a consistent copy.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task BlockJobCancelAsync(
        this QmpClient monitor, string id, bool isForced, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "block-job-cancel",
            json =>
            {
                json.WriteString("device", id);
                json.WriteBoolean("force", isForced);
            },
            cancellationToken);

    /// <summary><c>block-job-set-speed</c>: bytes a second; 0 for as fast as it can.</summary>
    public static Task BlockJobSetSpeedAsync(
        this QmpClient monitor, string id, ulong bytesPerSecond, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "block-job-set-speed",
            json =>
            {
                json.WriteString("device", id);
                json.WriteNumber("speed", bytesPerSecond);
            },
            cancellationToken);
}

/// <summary>A job.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type"><c>commit</c>, <c>stream</c>, <c>mirror</c>, <c>backup</c>, <c>create</c>, <c>snapshot-save</c>
/// …</param>
/// <param name="Status"><c>created</c>, <c>running</c>, <c>ready</c>, <c>pending</c>, <c>concluded</c> …</param>
/// <param name="Current">How far it is.</param>
/// <param name="Total">How far it must come.</param>
/// <param name="Error">What went wrong, or null.</param>
public sealed record JobState(string Id, string Type, string Status, long Current, long Total, string? Error)
{
    internal static JobState Read(JsonElement job) => new(
        job.Text("id"),
        job.Text("type"),
        job.Text("status"),
        job.Integer("current-progress"),
        job.Integer("total-progress"),
        job.OptionalText("error"));
}

/// <summary>A job on a disk.</summary>
/// <param name="Device">Its id.</param>
/// <param name="Type"><c>commit</c>, <c>stream</c>, <c>mirror</c>, <c>backup</c>.</param>
/// <param name="Length">How far it must come, in bytes.</param>
/// <param name="Offset">How far it is.</param>
/// <param name="Speed">Bytes a second at most; 0 for any.</param>
/// <param name="IsReady">Whether it waits to be completed.</param>
/// <param name="IsPaused">Whether it stands still.</param>
public sealed record BlockJobState(
    string Device, string Type, long Length, long Offset, long Speed, bool IsReady, bool IsPaused)
{
    internal static BlockJobState Read(JsonElement job) => new(
        job.Text("device"),
        job.Text("type"),
        job.Integer("len"),
        job.Integer("offset"),
        job.Integer("speed"),
        job.Flag("ready"),
        job.Flag("paused"));
}
