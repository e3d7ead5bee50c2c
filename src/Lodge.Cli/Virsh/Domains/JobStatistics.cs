namespace Lodge.Cli.Virsh.Domains;

/// <summary>What is known of a domain's job.</summary>
internal static class JobStatistics
{
    /// <summary>The job's type and its statistics.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="flags">Of which job.</param>
    /// <param name="raw">Only all statistics will do.</param>
    internal static async Task<(int Type, TypedParameter[] Statistics)> ReadAsync(
        Domain domain, VirDomainGetJobStatsFlags flags, bool raw)
    {
        try
        {
            var answer = await domain.GetJobStatsAsync(flags);
            return (answer.Type, answer.Params);
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_NO_SUPPORT)
        {
            if (flags != 0 || raw)
            {
                throw new CommandFailure("Optional flags or --rawstats are not supported by the daemon", error);
            }
        }

        var info = await domain.GetJobInfoAsync();
        return (info.Type, new ParameterList()
            .AddUInt64(VirConstants.VIR_DOMAIN_JOB_TIME_ELAPSED, info.TimeElapsed)
            .AddUInt64(VirConstants.VIR_DOMAIN_JOB_TIME_REMAINING, info.TimeRemaining)
            .AddUInt64(VirConstants.VIR_DOMAIN_JOB_DATA_TOTAL, info.DataTotal)
            .AddUInt64(VirConstants.VIR_DOMAIN_JOB_DATA_PROCESSED, info.DataProcessed)
            .AddUInt64(VirConstants.VIR_DOMAIN_JOB_DATA_REMAINING, info.DataRemaining)
            .AddUInt64(VirConstants.VIR_DOMAIN_JOB_MEMORY_TOTAL, info.MemTotal)
            .AddUInt64(VirConstants.VIR_DOMAIN_JOB_MEMORY_PROCESSED, info.MemProcessed)
            .AddUInt64(VirConstants.VIR_DOMAIN_JOB_MEMORY_REMAINING, info.MemRemaining)
            .AddUInt64(VirConstants.VIR_DOMAIN_JOB_DISK_TOTAL, info.FileTotal)
            .AddUInt64(VirConstants.VIR_DOMAIN_JOB_DISK_PROCESSED, info.FileProcessed)
            .AddUInt64(VirConstants.VIR_DOMAIN_JOB_DISK_REMAINING, info.FileRemaining)
            .ToArray());
    }
}
