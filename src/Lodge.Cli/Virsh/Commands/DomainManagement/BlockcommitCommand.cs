using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh blockcommit</c>: Start a block commit operation..</summary>
internal static class BlockcommitCommand
{
    internal static Command Definition => new("blockcommit", NotServed.RunAsync)
    {
        Help = "Start a block commit operation.",
        Description = "Commit changes from a snapshot down to its backing image.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("path", "fully-qualified path of disk", Completers.DiskTargets),
            Option.Number("bandwidth", "bandwidth limit in MiB/s"),
            Option.Text("base", "path of base file to commit into (default bottom of chain)"),
            Option.Flag("shallow", "use backing file of top as base"),
            Option.Text("top", "path of top file to commit from (default top of chain)"),
            Option.Flag("active", "trigger two-stage active commit of top file"),
            Option.Flag("delete", "delete files that were successfully committed"),
            Option.Flag("wait", "wait for job to complete (with --active, wait for job to sync)"),
            Option.Flag("verbose", "with --wait, display the progress"),
            Option.Number("timeout", "implies --wait, abort if copy exceeds timeout (in seconds)"),
            Option.Flag("pivot", "implies --active --wait, pivot when commit is synced"),
            Option.Flag("keep-overlay", "implies --active --wait, quit when commit is synced"),
            Option.Flag("async", "with --wait, don't wait for cancel to finish"),
            Option.Flag("keep-relative", "keep the backing chain relatively referenced"),
            Option.Flag("bytes", "the bandwidth limit is in bytes/s rather than MiB/s"),
        ],
    };
}
