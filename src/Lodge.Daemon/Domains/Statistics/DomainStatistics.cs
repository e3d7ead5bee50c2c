using Lodge.Daemon.Domains.Jobs;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using static Lodge.Protocol.Constants.VirDomainStatsTypes;

namespace Lodge.Daemon.Domains.Statistics;

/// <summary>The statistics of <c>virConnectGetAllDomainStats</c>, group by group.</summary>
internal static class DomainStatistics
{
    /// <summary>The groups there are.</summary>
    public const VirDomainStatsTypes Known =
        VIR_DOMAIN_STATS_STATE | VIR_DOMAIN_STATS_CPU_TOTAL | VIR_DOMAIN_STATS_BALLOON
        | VIR_DOMAIN_STATS_VCPU | VIR_DOMAIN_STATS_INTERFACE | VIR_DOMAIN_STATS_BLOCK | VIR_DOMAIN_STATS_PERF
        | VIR_DOMAIN_STATS_IOTHREAD | VIR_DOMAIN_STATS_MEMORY | VIR_DOMAIN_STATS_DIRTYRATE | VIR_DOMAIN_STATS_VM;

    private const VirDomainStatsTypes FromMonitor = VIR_DOMAIN_STATS_BALLOON | VIR_DOMAIN_STATS_VCPU
        | VIR_DOMAIN_STATS_BLOCK | VIR_DOMAIN_STATS_IOTHREAD | VIR_DOMAIN_STATS_DIRTYRATE | VIR_DOMAIN_STATS_VM;

    /// <summary>Reads the groups asked for; what QEMU does not answer is left out, as in libvirt.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="groups">Which groups; none for all.</param>
    /// <param name="backing">Whether a disk's backing images count as well.</param>
    /// <param name="nowait">Whether to go on without QEMU's part where somebody holds the domain.</param>
    public static async ValueTask<DomainStatsRecord> ReadAsync(
        DomainObject domain, VirDomainStatsTypes groups, bool backing, bool nowait)
    {
        var now = domain.Current;
        var list = new ParameterList();
        if (groups == 0)
            groups = Known;
        var answers = now.Live is { Process: not null } && (groups & FromMonitor) != 0
            && !(nowait && domain.Jobs.IsBusy)
            ? await AskAsync(domain, now.Live, groups)
            : new MonitorAnswers();
        if ((groups & VIR_DOMAIN_STATS_STATE) != 0)
        {
            list.Add("state.state", (int)now.State);
            list.Add("state.reason", now.Reason);
        }

        if ((groups & VIR_DOMAIN_STATS_CPU_TOTAL) != 0)
            CpuStatistics.AddTotal(list, now);
        if ((groups & VIR_DOMAIN_STATS_BALLOON) != 0)
            MemoryStatistics.AddBalloon(list, now, answers.Memory);
        if ((groups & VIR_DOMAIN_STATS_VCPU) != 0)
            CpuStatistics.AddVcpus(list, now);
        if ((groups & VIR_DOMAIN_STATS_INTERFACE) != 0)
            InterfaceStatistics.Add(list, now);
        if ((groups & VIR_DOMAIN_STATS_BLOCK) != 0)
            BlockStatistics.Add(list, now, answers, backing);
        if ((groups & VIR_DOMAIN_STATS_IOTHREAD) != 0)
            AddIoThreads(list, answers);
        return new DomainStatsRecord { Dom = DomainDriver.Wire(now), Params = list.ToArray() };
    }

    private static async ValueTask<MonitorAnswers> AskAsync(
        DomainObject domain, LiveDomain live, VirDomainStatsTypes groups)
    {
        try
        {
            using var job = await domain.Jobs.BeginAsync(DomainJobKind.Query, "virConnectGetAllDomainStats");
            return await MonitorAnswers.AskAsync(live, groups);
        }
        catch (VirException)
        {
            // A guest that ended, or a QEMU that hangs, has what the host knows of it.
            return new MonitorAnswers();
        }
    }

    private static void AddIoThreads(ParameterList list, MonitorAnswers answers)
    {
        if (answers.IoThreads.Length == 0)
            return;
        list.Add("iothread.count", (uint)answers.IoThreads.Length);
        foreach (var thread in answers.IoThreads)
        {
            var prefix = $"iothread.{thread.Id.AsSpan().TrimStart("iothread")}.";
            list.Add(prefix + "poll-max-ns", (ulong)thread.PollMaxNanoseconds);
            list.Add(prefix + "poll-grow", (uint)thread.PollGrow);
            list.Add(prefix + "poll-shrink", (uint)thread.PollShrink);
        }
    }
}
