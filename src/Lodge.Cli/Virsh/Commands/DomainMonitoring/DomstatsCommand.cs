using static Lodge.Protocol.Constants.VirConnectGetAllDomainStatsFlags;
using static Lodge.Protocol.Constants.VirDomainStatsTypes;

namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh domstats</c>: get statistics about one or multiple domains.</summary>
internal static class DomstatsCommand
{
    internal static Command Definition => new("domstats", RunAsync)
    {
        Help = "get statistics about one or multiple domains",
        Description = "Gets statistics about one or more (or all) domains",
        Options =
        [
            Option.Flag("state", "report domain state"),
            Option.Flag("cpu-total", "report domain physical cpu usage"),
            Option.Flag("balloon", "report domain balloon statistics"),
            Option.Flag("vcpu", "report domain virtual cpu information"),
            Option.Flag("interface", "report domain network interface information"),
            Option.Flag("block", "report domain block device statistics"),
            Option.Flag("perf", "report domain perf event statistics"),
            Option.Flag("iothread", "report domain IOThread information"),
            Option.Flag("memory", "report domain memory usage"),
            Option.Flag("dirtyrate", "report domain dirty rate information"),
            Option.Flag("vm", "report hypervisor-specific statistics"),
            Option.Flag("list-active", "list only active domains"),
            Option.Flag("list-inactive", "list only inactive domains"),
            Option.Flag("list-persistent", "list only persistent domains"),
            Option.Flag("list-transient", "list only transient domains"),
            Option.Flag("list-running", "list only running domains"),
            Option.Flag("list-paused", "list only paused domains"),
            Option.Flag("list-shutoff", "list only shutoff domains"),
            Option.Flag("list-other", "list only domains in other states"),
            Option.Flag("raw", "do not pretty-print the fields"),
            Option.Flag("enforce", "enforce requested stats parameters"),
            Option.Flag("backing", "add backing chain information to block stats"),
            Option.Flag("nowait", "report only stats that are accessible instantly"),
            Option.Rest("domain", "list of domains to get stats for", Completers.Domains()),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var statistics = arguments.Flag("state", VIR_DOMAIN_STATS_STATE)
            | arguments.Flag("cpu-total", VIR_DOMAIN_STATS_CPU_TOTAL)
            | arguments.Flag("balloon", VIR_DOMAIN_STATS_BALLOON)
            | arguments.Flag("vcpu", VIR_DOMAIN_STATS_VCPU)
            | arguments.Flag("interface", VIR_DOMAIN_STATS_INTERFACE)
            | arguments.Flag("block", VIR_DOMAIN_STATS_BLOCK)
            | arguments.Flag("perf", VIR_DOMAIN_STATS_PERF)
            | arguments.Flag("iothread", VIR_DOMAIN_STATS_IOTHREAD)
            | arguments.Flag("memory", VIR_DOMAIN_STATS_MEMORY)
            | arguments.Flag("dirtyrate", VIR_DOMAIN_STATS_DIRTYRATE)
            | arguments.Flag("vm", VIR_DOMAIN_STATS_VM);
        var flags = arguments.Flag("list-active", VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE)
            | arguments.Flag("list-inactive", VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE)
            | arguments.Flag("list-persistent", VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT)
            | arguments.Flag("list-transient", VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT)
            | arguments.Flag("list-running", VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING)
            | arguments.Flag("list-paused", VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED)
            | arguments.Flag("list-shutoff", VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF)
            | arguments.Flag("list-other", VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER)
            | arguments.Flag("enforce", VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS)
            | arguments.Flag("backing", VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING)
            | arguments.Flag("nowait", VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT);
        var domains = new List<Domain>();
        foreach (var name in arguments.Rest)
        {
            domains.Add(await shell.DomainAsync(name));
        }

        var records = domains.Count > 0
            ? await shell.Connection.DomainListGetStatsAsync(domains, statistics, flags)
            : await shell.Connection.GetAllDomainStatsAsync(statistics, flags);
        shell.Print(string.Join('\n', records.Select(static record => Text(record))));
    }

    private static string Text(DomainStats record) =>
        $"Domain: '{record.Domain.Name}'\n"
        + string.Concat(record.Parameters.Select(static p => $"  {p.Field}={TypedText.Of(p)}\n"));
}
