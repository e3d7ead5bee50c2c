using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh dommemstat</c>: get memory statistics for a domain.</summary>
internal static class DommemstatCommand
{
    internal static Command Definition => new("dommemstat", RunAsync)
    {
        Help = "get memory statistics for a domain",
        Description = "Get memory statistics for a running domain.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Number("period", "period in seconds to set collection") with { NameNeeded = true },
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        if (impact == 0 && !arguments.Has("current") && await domain.IsActiveAsync())
        {
            impact = VirDomainModificationImpact.VIR_DOMAIN_AFFECT_LIVE;
        }

        if (arguments.Int32("period") is { } period)
        {
            if (period < 0)
            {
                throw new CommandFailure($"Invalid collection period value '{period}'");
            }

            await domain.SetMemoryStatsPeriodAsync(period, (VirDomainMemoryModFlags)(uint)impact)
                .OrFail("Unable to change balloon collection period.");
            return;
        }

        var statistics = await domain.MemoryStatsAsync()
            .OrFail($"Failed to get memory statistics for domain {arguments.Needed("domain")}");
        foreach (var statistic in statistics)
        {
            if (Name((VirDomainMemoryStatTags)statistic.Tag) is { } name)
            {
                shell.Print($"{name} {statistic.Val}\n");
            }
        }
    }

    private static string? Name(VirDomainMemoryStatTags tag) => tag switch
    {
        VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_SWAP_IN => "swap_in",
        VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_SWAP_OUT => "swap_out",
        VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT => "major_fault",
        VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT => "minor_fault",
        VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_UNUSED => "unused",
        VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_AVAILABLE => "available",
        VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_USABLE => "usable",
        VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON => "actual",
        VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_RSS => "rss",
        VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE => "last_update",
        VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_DISK_CACHES => "disk_caches",
        VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC => "hugetlb_pgalloc",
        VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL => "hugetlb_pgfail",
        _ => null,
    };
}
