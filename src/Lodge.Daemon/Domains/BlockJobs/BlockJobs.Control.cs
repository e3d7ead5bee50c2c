using Lodge.Daemon.Domains.Jobs;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp.Commands;
using static Lodge.Protocol.Constants.VirDomainBlockJobAbortFlags;

namespace Lodge.Daemon.Domains.BlockJobs;

internal sealed partial class BlockJobs
{
    /// <summary>How far the job on a disk is.</summary>
    /// <returns>The job, with QEMU's numbers; both null where there is none.</returns>
    public static async ValueTask<(BlockJob? Job, BlockJobState? State)> AskAsync(ChangeRequest request, string path)
    {
        using var turn = await DomainDriver.BeginJobAsync(
            request.Domain, DomainJobKind.Query, request.Api, request.Cancellation);
        var live = LiveOf(request.Domain);
        if (live.BlockJobs.Of(Find(live.Definition, path)) is not { } job)
            return (null, null);
        var id = job.Id.ToString();
        var states = await live.Monitor.QueryBlockJobsAsync();
        return (job, states.FirstOrDefault(state => state.Device == id));
    }

    /// <summary>Says how fast the job on a disk may be.</summary>
    public static async ValueTask SetSpeedAsync(ChangeRequest request, string path, ulong bytesPerSecond)
    {
        using var turn = await BeginAsync(request);
        var live = LiveOf(request.Domain);
        var job = Require(live, Find(live.Definition, path));
        await live.Monitor.BlockJobSetSpeedAsync(job.Id.ToString(), bytesPerSecond);
    }

    /// <summary>Calls the job on a disk off, or turns the disk to its copy.</summary>
    /// <exception cref="VirException">
    /// There is none, or it is not ready; or it fails while the disk is turned: the disk is where it was.
    /// </exception>
    public async ValueTask AbortAsync(ChangeRequest request, string path)
    {
        var flags = (VirDomainBlockJobAbortFlags)request.Flags;
        var pivots = flags.HasFlag(VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT);
        using var turn = await BeginAsync(request);
        var live = LiveOf(request.Domain);
        var disk = Find(live.Definition, path);
        var job = Require(live, disk);
        if (job.Phase is BlockJobPhase.Aborting or BlockJobPhase.Pivoting)
            throw DomainErrors.Invalid($"block job on disk '{disk.Target}' is still being ended");
        var before = job.Phase;
        if (pivots)
            RequirePivot(job);
        job.Phase = pivots ? BlockJobPhase.Pivoting : BlockJobPhase.Aborting;
        try
        {
            if (pivots)
                await live.Monitor.JobCompleteAsync(job.Id.ToString());
            else
                await live.Monitor.BlockJobCancelAsync(job.Id.ToString(), isForced: false);
        }
        catch
        {
            job.Phase = before;
            throw;
        }

        MarkMirror(request.Domain, live, job, pivots ? MirrorState.Pivot : MirrorState.Abort);
        if (flags.HasFlag(VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC))
            return;

        // The job's end is dealt with here, in this turn: who asked finds the disk as it will be.
        await Task.WhenAny(job.Concluded, live.Process!.Exited);
        if (!job.Concluded.IsCompleted)
            throw DomainErrors.NotRunning();
        var failure = await ConcludeAsync(request.Domain, live, job);
        if (pivots && failure is not null)
            throw DomainErrors.Failed($"block job '{job.Id}' failed while pivoting: {failure}");
    }

    private static BlockJob Require(LiveDomain live, Disk disk) => live.BlockJobs.Of(disk)
        ?? throw DomainErrors.InvalidArgument($"disk {disk.Target} does not have an active block job");

    private static void RequirePivot(BlockJob job)
    {
        if (job.Phase != BlockJobPhase.Ready)
        {
            throw DomainErrors.Of(
                VirErrorNumber.VIR_ERR_BLOCK_COPY_ACTIVE, $"block job '{job.Id}' not ready for pivot yet");
        }

        if (job.Id.Kind is not (BlockJobType.Copy or BlockJobType.ActiveCommit))
            throw DomainErrors.Invalid($"job type '{job.Id.Kind.ToXml()}' does not support pivot");
    }

    private void MarkMirror(DomainObject domain, LiveDomain live, BlockJob job, MirrorState state) =>
        _driver.ChangeLive(domain, live, definition =>
        {
            if (definition.Disks.Find(disk => disk.Target == job.Id.Target)?.Mirror is { } mirror)
                mirror.State = state;
        });
}
