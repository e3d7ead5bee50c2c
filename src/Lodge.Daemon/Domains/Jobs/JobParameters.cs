using Lodge.Daemon.Domains.Statistics;
using Lodge.Protocol.Constants;

namespace Lodge.Daemon.Domains.Jobs;

/// <summary>What is told of a long job.</summary>
internal static class JobParameters
{
    /// <summary>All that is known of it now.</summary>
    public static ParameterList Of(DomainLongJob job)
    {
        var list = new ParameterList();
        list.Add(VirConstants.VIR_DOMAIN_JOB_OPERATION, (int)job.Operation);
        list.Add(VirConstants.VIR_DOMAIN_JOB_TIME_ELAPSED, (ulong)job.Elapsed.TotalMilliseconds);
        if (job.Progress is not { } progress)
            return list;
        if (progress.Downtime is { } downtime)
            list.Add(VirConstants.VIR_DOMAIN_JOB_DOWNTIME, downtime);
        list.Add(VirConstants.VIR_DOMAIN_JOB_DATA_TOTAL, progress.Total);
        list.Add(VirConstants.VIR_DOMAIN_JOB_DATA_PROCESSED, progress.Processed);
        list.Add(VirConstants.VIR_DOMAIN_JOB_DATA_REMAINING, progress.Remaining);
        list.Add(VirConstants.VIR_DOMAIN_JOB_MEMORY_TOTAL, progress.Total);
        list.Add(VirConstants.VIR_DOMAIN_JOB_MEMORY_PROCESSED, progress.Processed);
        list.Add(VirConstants.VIR_DOMAIN_JOB_MEMORY_REMAINING, progress.Remaining);
        if (progress.Memory is not { } memory)
            return list;
        list.Add(VirConstants.VIR_DOMAIN_JOB_MEMORY_BPS, (ulong)(memory.Mbps * 125000));
        list.Add(VirConstants.VIR_DOMAIN_JOB_MEMORY_CONSTANT, memory.ConstantPages);
        list.Add(VirConstants.VIR_DOMAIN_JOB_MEMORY_NORMAL, memory.NormalPages);
        list.Add(VirConstants.VIR_DOMAIN_JOB_MEMORY_NORMAL_BYTES, memory.NormalBytes);
        list.Add(VirConstants.VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE, memory.DirtyRate);
        list.Add(VirConstants.VIR_DOMAIN_JOB_MEMORY_ITERATION, memory.Iteration);
        list.Add(VirConstants.VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE, memory.PageSize);
        return list;
    }
}
