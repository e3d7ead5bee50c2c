using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh cpu-stats</c>: show domain cpu statistics.</summary>
internal static class CpuStatsCommand
{
    internal static Command Definition => new("cpu-stats", RunAsync)
    {
        Help = "show domain cpu statistics",
        Description = "Display per-CPU and total statistics about the domain's CPUs",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Flag("total", "Show total statistics only"),
            Option.Number("start", "Show statistics from this CPU"),
            Option.Number("count", "Number of shown CPUs at most"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var (start, count) = Range(arguments);
        var perCpu = start is not null || count is not null || !arguments.Has("total");
        var total = arguments.Has("total") || (start is null && count is null);
        var complaint = $"Failed to retrieve CPU statistics for domain '{domain.Name}'";
        if (perCpu)
        {
            await PrintPerCpuAsync(shell, domain, start ?? 0, count ?? -1, complaint);
        }

        if (total)
        {
            await PrintTotalAsync(shell, domain, complaint);
        }
    }

    private const int MostAtOnce = 128;

    private static (int? Start, int? Count) Range(Arguments arguments)
    {
        var start = arguments.Int32("start");
        if (start < 0)
        {
            throw new CommandFailure("Invalid value for start CPU");
        }

        var count = arguments.Int32("count");
        return count < 0
            ? throw new CommandFailure("Invalid value for number of CPUs to show")
            : (start, count);
    }

    private static async Task PrintPerCpuAsync(Shell shell, Domain domain, int start, int count, string complaint)
    {
        var cpus = await domain.CountCpuStatsAsync().OrFail(complaint);
        if (start >= cpus)
        {
            throw new CommandFailure($"Start CPU {start} is out of range (min: 0, max: {cpus - 1})");
        }

        if (count < 0 || count > cpus)
        {
            if (count > cpus)
            {
                shell.Print($"Only {cpus} CPUs available to show\n");
            }

            count = cpus - start;
        }

        for (var cpu = start; cpu < start + count; cpu += MostAtOnce)
        {
            var batch = Math.Min(MostAtOnce, start + count - cpu);
            var statistics = await domain.GetCpuStatsAsync(cpu, (uint)batch).OrFail(complaint);
            for (var i = 0; i < statistics.Length; i++)
            {
                Print(shell, $"CPU{cpu + i}:\n", statistics[i]);
            }
        }
    }

    private static async Task PrintTotalAsync(Shell shell, Domain domain, string complaint)
    {
        const int WholeDomain = -1;
        var statistics = await domain.GetCpuStatsAsync(WholeDomain, 1).OrFail(complaint);
        if (statistics is [var total] && total.Length > 0)
        {
            Print(shell, "Total:\n", total);
        }
        else
        {
            shell.Print("No total stats available");
        }
    }

    private static void Print(Shell shell, string heading, TypedParameter[] statistics)
    {
        if (statistics.Length == 0)
        {
            return;
        }

        shell.Print(heading);
        foreach (var statistic in statistics)
        {
            shell.Print($"\t{statistic.Field,-12} {Text(statistic)}\n");
        }
    }

    private static string Text(TypedParameter statistic)
    {
        if (statistic.Value.Type != VirTypedParameterType.VIR_TYPED_PARAM_ULLONG
            || statistic.Field is not (VirConstants.VIR_DOMAIN_CPU_STATS_CPUTIME
                or VirConstants.VIR_DOMAIN_CPU_STATS_VCPUTIME
                or VirConstants.VIR_DOMAIN_CPU_STATS_USERTIME
                or VirConstants.VIR_DOMAIN_CPU_STATS_SYSTEMTIME))
        {
            return TypedText.Of(statistic);
        }

        var (seconds, nanoseconds) = Math.DivRem(statistic.Value.AsUInt64(), 1_000_000_000UL);
        return $"{seconds,9}.{nanoseconds:D9} seconds";
    }
}
