using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainBlockCommitFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh blockcommit</c>: Start a block commit operation..</summary>
internal static class BlockcommitCommand
{
    internal static Command Definition => new("blockcommit", RunAsync)
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

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("pivot", "keep-overlay");
        var path = arguments.Needed("path");
        var isBytes = arguments.Has("bytes");
        var bandwidth = BlockJobBandwidth.Read(arguments, isBytes);
        var (isPivot, isKept) = (arguments.Has("pivot"), arguments.Has("keep-overlay"));
        var isActive = arguments.Has("active") || isPivot || isKept;
        var flags = (isBytes ? VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES : 0)
            | arguments.Flag("shallow", VIR_DOMAIN_BLOCK_COMMIT_SHALLOW)
            | arguments.Flag("delete", VIR_DOMAIN_BLOCK_COMMIT_DELETE)
            | (isActive ? VIR_DOMAIN_BLOCK_COMMIT_ACTIVE : 0)
            | arguments.Flag("keep-relative", VIR_DOMAIN_BLOCK_COMMIT_RELATIVE);
        var timeout = arguments.Timeout();
        var isWaiting = arguments.Has("wait") || isPivot || isKept || timeout is not null;
        BlockJobWait.CheckOptions(arguments, isWaiting, "keep-overlay");
        var domain = await shell.DomainAsync(arguments);
        await using var wait = isWaiting
            ? await BlockJobWait.BeginAsync(shell, domain, path, "Block commit", arguments, timeout)
            : null;
        await domain.BlockCommitAsync(path, arguments.Text("base"), arguments.Text("top"), bandwidth, flags);
        if (wait is null)
        {
            shell.PrintExtra(isActive ? "Active Block Commit started" : "Block Commit started");
            return;
        }

        await wait.EndAsync("Commit");
        if (!isActive)
        {
            shell.PrintExtra("\nCommit complete");
        }
        else if (isPivot)
        {
            await wait.PivotAsync();
            shell.PrintExtra("\nSuccessfully pivoted");
        }
        else if (isKept)
        {
            await wait.FinishAsync();
            shell.PrintExtra("\nCommit complete, overlay image kept");
        }
        else
        {
            shell.PrintExtra("\nNow in synchronized phase");
        }
    }
}
