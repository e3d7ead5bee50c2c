using Lodge.Host.Facts;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp.Commands;
using static Lodge.Protocol.Constants.VirDomainMemoryStatTags;

namespace Lodge.Daemon.Domains.Statistics;

/// <summary>A guest's memory as its balloon driver and the host see it, in KiB.</summary>
internal static class MemoryStatistics
{
    private const ulong Kibi = 1024;

    /// <summary>Asks the balloon, and the host for what QEMU takes.</summary>
    public static async Task<IReadOnlyList<(VirDomainMemoryStatTags Tag, ulong Value)>> AskAsync(LiveDomain live)
    {
        var values = new List<(VirDomainMemoryStatTags, ulong)>();
        if (live.Facts.HasBalloon && live.Definition.Memballoon?.Alias is { } alias)
            await AddBalloonAsync(live, alias, values);
        else
            values.Add((VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON, live.Facts.MaximumMemory));
        if (ProcessTimes.OfProcess(HostFiles.Real, live.Process!.Identity.Pid) is { } process)
            values.Add((VIR_DOMAIN_MEMORY_STAT_RSS, (ulong)process.ResidentKiB));
        return values;
    }

    /// <summary>Adds the group.</summary>
    public static void AddBalloon(
        ParameterList list, DomainSnapshot now, IReadOnlyList<(VirDomainMemoryStatTags Tag, ulong Value)> memory)
    {
        var facts = now.Facts;
        list.Add("balloon.current", facts.HasBalloon ? facts.CurrentMemory : facts.MaximumMemory);
        list.Add("balloon.maximum", facts.MaximumMemory);
        foreach (var (tag, value) in memory)
        {
            if (Name(tag) is { } name)
                list.Add("balloon." + name, value);
        }
    }

    private static async Task AddBalloonAsync(
        LiveDomain live, string alias, List<(VirDomainMemoryStatTags, ulong)> values)
    {
        var actual = live.Monitor.QueryBalloonAsync();
        var stats = live.Monitor.GetBalloonStatsAsync(alias);
        values.Add((VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON, await actual / Kibi));
        BalloonStats told;
        try
        {
            told = await stats;
        }
        catch (VirException)
        {
            // A guest without the driver tells nothing.
            return;
        }

        Add(VIR_DOMAIN_MEMORY_STAT_SWAP_IN, told.SwapIn / Kibi);
        Add(VIR_DOMAIN_MEMORY_STAT_SWAP_OUT, told.SwapOut / Kibi);
        Add(VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT, told.MajorFaults);
        Add(VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT, told.MinorFaults);
        Add(VIR_DOMAIN_MEMORY_STAT_UNUSED, told.Free / Kibi);
        Add(VIR_DOMAIN_MEMORY_STAT_AVAILABLE, told.Total / Kibi);
        Add(VIR_DOMAIN_MEMORY_STAT_USABLE, told.Available / Kibi);
        Add(VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE, (ulong)told.LastUpdate);
        Add(VIR_DOMAIN_MEMORY_STAT_DISK_CACHES, told.DiskCaches / Kibi);
        Add(VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC, told.HugetlbAllocations);
        Add(VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL, told.HugetlbFailures);

        void Add(VirDomainMemoryStatTags tag, ulong? value)
        {
            if (value is { } known)
                values.Add((tag, known));
        }
    }

    private static string? Name(VirDomainMemoryStatTags tag) => tag switch
    {
        VIR_DOMAIN_MEMORY_STAT_SWAP_IN => "swap_in",
        VIR_DOMAIN_MEMORY_STAT_SWAP_OUT => "swap_out",
        VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT => "major_fault",
        VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT => "minor_fault",
        VIR_DOMAIN_MEMORY_STAT_UNUSED => "unused",
        VIR_DOMAIN_MEMORY_STAT_AVAILABLE => "available",
        VIR_DOMAIN_MEMORY_STAT_RSS => "rss",
        VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE => "last-update",
        VIR_DOMAIN_MEMORY_STAT_USABLE => "usable",
        VIR_DOMAIN_MEMORY_STAT_DISK_CACHES => "disk_caches",
        VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC => "hugetlb_pgalloc",
        VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL => "hugetlb_pgfail",
        _ => null,
    };
}
