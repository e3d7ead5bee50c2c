using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Server;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public async ValueTask<DomainGetJobInfoRet> DomainGetJobInfoAsync(ClientCall call, DomainGetJobInfoArgs args)
    {
        var domain = driver.Find(args.Dom);
        if (domain.Jobs.Long is not { } job)
            return new DomainGetJobInfoRet { Type = (int)VirDomainJobType.VIR_DOMAIN_JOB_NONE };
        var progress = await JobProgress.ReadAsync(domain, job) ?? new DomainJobProgress(0, 0, 0);
        return new DomainGetJobInfoRet
        {
            Type = (int)VirDomainJobType.VIR_DOMAIN_JOB_UNBOUNDED,
            TimeElapsed = (ulong)job.Elapsed.TotalMilliseconds,
            DataTotal = progress.Total,
            DataProcessed = progress.Processed,
            DataRemaining = progress.Remaining,
            MemTotal = progress.Total,
            MemProcessed = progress.Processed,
            MemRemaining = progress.Remaining,
        };
    }

    /// <inheritdoc/>
    public async ValueTask<DomainGetJobStatsRet> DomainGetJobStatsAsync(ClientCall call, DomainGetJobStatsArgs args)
    {
        const uint Completed = (uint)VirDomainGetJobStatsFlags.VIR_DOMAIN_JOB_STATS_COMPLETED;
        const uint Keep = (uint)VirDomainGetJobStatsFlags.VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED;
        FlagCheck.Only(args.Flags, Completed | Keep, "qemuDomainGetJobStats");
        var domain = driver.Find(args.Dom);
        if ((args.Flags & Completed) != 0)
        {
            return domain.Jobs.TakeLast(keep: (args.Flags & Keep) != 0) is { } last
                ? Statistics(last, VirDomainJobType.VIR_DOMAIN_JOB_COMPLETED)
                : NoJob;
        }

        if (domain.Jobs.Long is not { } job)
            return NoJob;
        job.Progress = await JobProgress.ReadAsync(domain, job);
        return Statistics(job, VirDomainJobType.VIR_DOMAIN_JOB_UNBOUNDED);
    }

    /// <inheritdoc/>
    public ValueTask DomainAbortJobAsync(ClientCall call, DomainAbortJobArgs args) => AbortJob(args.Dom);

    /// <inheritdoc/>
    public ValueTask DomainAbortJobFlagsAsync(ClientCall call, DomainAbortJobFlagsArgs args)
    {
        FlagCheck.Only(
            args.Flags, (uint)VirDomainAbortJobFlagsValues.VIR_DOMAIN_ABORT_JOB_POSTCOPY, "qemuDomainAbortJobFlags");
        if (args.Flags != 0)
            throw DomainErrors.Invalid("current job is not outgoing migration in post-copy mode");
        return AbortJob(args.Dom);
    }

    private static DomainGetJobStatsRet NoJob =>
        new() { Type = (int)VirDomainJobType.VIR_DOMAIN_JOB_NONE, Params = [] };

    private static DomainGetJobStatsRet Statistics(DomainLongJob job, VirDomainJobType type) =>
        new() { Type = (int)type, Params = JobParameters.Of(job).ToArray() };

    private ValueTask AbortJob(in RemoteDomain dom)
    {
        var (domain, _) = driver.FindRunning(dom);
        var job = domain.Jobs.Long ?? throw DomainErrors.Invalid("no job is active on the domain");
        job.Abort();
        return default;
    }
}
