using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Daemon.Domains.Jobs;

/// <summary>Asks QEMU how far a long job is, when somebody wants to know.</summary>
internal static class JobProgress
{
    /// <summary>How far it is; what was heard last where QEMU does not say.</summary>
    public static async ValueTask<DomainJobProgress?> ReadAsync(DomainObject domain, DomainLongJob job)
    {
        if (domain.Current.Live is not { Process: not null } live)
            return job.Progress;
        try
        {
            return job.IsMemoryDump
                ? DomainJobProgress.Of(await live.Monitor.QueryDumpAsync())
                : DomainJobProgress.Of(await live.Monitor.QueryMigrateAsync());
        }
        catch (VirException)
        {
            return job.Progress;
        }
    }
}
