using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh blockjob</c>: Manage active block operations.</summary>
internal static class BlockjobCommand
{
    internal static Command Definition => new("blockjob", NotServed.RunAsync)
    {
        Help = "Manage active block operations",
        Description = "Query, adjust speed, or cancel active block operations.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("path", "fully-qualified path of disk", Completers.DiskTargets),
            Option.Flag("abort", "abort the active job on the specified disk"),
            Option.Flag("async", "implies --abort; request but don't wait for job end"),
            Option.Flag("pivot", "implies --abort; conclude and pivot a copy or commit job"),
            Option.Flag("info", "get active job information for the specified disk"),
            Option.Flag("bytes", "get/set bandwidth in bytes rather than MiB/s"),
            Option.Flag("raw", "implies --info; output details rather than human summary"),
            Option.Number("bandwidth", "set the bandwidth limit in MiB/s"),
        ],
    };
}
