using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domjobinfo</c>: domain job information.</summary>
internal static class DomjobinfoCommand
{
    internal static Command Definition => new("domjobinfo", RunAsync)
    {
        Help = "domain job information",
        Description = "Returns information about jobs running on a domain.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Flag("completed", "return statistics of a recently completed job"),
            Option.Flag("keep-completed", "don't destroy statistics of a recently completed job when reading"),
            Option.Flag("anystats", "print statistics for any kind of job (even failed ones)"),
            Option.Flag("rawstats", "print the raw data returned by libvirt"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Requires("keep-completed", "completed");
        var domain = await shell.DomainAsync(arguments);
        var flags = arguments.Flag("completed", VirDomainGetJobStatsFlags.VIR_DOMAIN_JOB_STATS_COMPLETED)
            | arguments.Flag("keep-completed", VirDomainGetJobStatsFlags.VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED);
        var (type, statistics) = await JobStatistics.ReadAsync(domain, flags, arguments.Has("rawstats"));
        if (arguments.Has("rawstats"))
        {
            shell.Print($"Job type: {type}\n\n");
            shell.Print(string.Concat(statistics.Select(static s => $"{s.Field}: {TypedText.Of(s)}\n")));
            return;
        }

        new JobReport(shell, (VirDomainJobType)type, statistics).Print(
            arguments.Has("anystats"), arguments.Has("completed"));
    }
}
