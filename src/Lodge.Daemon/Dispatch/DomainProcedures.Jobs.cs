using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Domains.Statistics;
using Lodge.Daemon.Server;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public ValueTask<DomainGetJobInfoRet> DomainGetJobInfoAsync(ClientCall call, DomainGetJobInfoArgs args)
    {
        if (driver.Find(args.Dom).Jobs.Long is not { } job)
            return Answer(new DomainGetJobInfoRet { Type = (int)VirDomainJobType.VIR_DOMAIN_JOB_NONE });
        var progress = job.Progress ?? new DomainJobProgress(0, 0, 0);
        return Answer(new DomainGetJobInfoRet
        {
            Type = (int)VirDomainJobType.VIR_DOMAIN_JOB_UNBOUNDED,
            TimeElapsed = (ulong)job.Elapsed.TotalMilliseconds,
            DataTotal = progress.Total,
            DataProcessed = progress.Processed,
            DataRemaining = progress.Remaining,
            MemTotal = progress.Total,
            MemProcessed = progress.Processed,
            MemRemaining = progress.Remaining,
        });
    }

    /// <inheritdoc/>
    public ValueTask<DomainGetJobStatsRet> DomainGetJobStatsAsync(ClientCall call, DomainGetJobStatsArgs args)
    {
        const VirDomainGetJobStatsFlags Known = VirDomainGetJobStatsFlags.VIR_DOMAIN_JOB_STATS_COMPLETED
            | VirDomainGetJobStatsFlags.VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED;
        FlagCheck.Only(args.Flags, (uint)Known, "qemuDomainGetJobStats");
        var domain = driver.Find(args.Dom);
        var wantsCompleted = (args.Flags & (uint)VirDomainGetJobStatsFlags.VIR_DOMAIN_JOB_STATS_COMPLETED) != 0;
        if (wantsCompleted || domain.Jobs.Long is not { } job)
            return Answer(new DomainGetJobStatsRet { Type = (int)VirDomainJobType.VIR_DOMAIN_JOB_NONE, Params = [] });
        var list = new ParameterList();
        list.Add(VirConstants.VIR_DOMAIN_JOB_OPERATION, (int)job.Operation);
        list.Add(VirConstants.VIR_DOMAIN_JOB_TIME_ELAPSED, (ulong)job.Elapsed.TotalMilliseconds);
        if (job.Progress is { } progress)
        {
            list.Add(VirConstants.VIR_DOMAIN_JOB_DATA_TOTAL, progress.Total);
            list.Add(VirConstants.VIR_DOMAIN_JOB_DATA_PROCESSED, progress.Processed);
            list.Add(VirConstants.VIR_DOMAIN_JOB_DATA_REMAINING, progress.Remaining);
            list.Add(VirConstants.VIR_DOMAIN_JOB_MEMORY_TOTAL, progress.Total);
            list.Add(VirConstants.VIR_DOMAIN_JOB_MEMORY_PROCESSED, progress.Processed);
            list.Add(VirConstants.VIR_DOMAIN_JOB_MEMORY_REMAINING, progress.Remaining);
        }

        return Answer(new DomainGetJobStatsRet
        {
            Type = (int)VirDomainJobType.VIR_DOMAIN_JOB_UNBOUNDED,
            Params = list.ToArray(),
        });
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

    private ValueTask AbortJob(in RemoteDomain dom)
    {
        var (domain, _) = driver.FindRunning(dom);
        var job = domain.Jobs.Long ?? throw DomainErrors.Invalid("no job is active on the domain");
        job.Abort();
        return default;
    }
}
