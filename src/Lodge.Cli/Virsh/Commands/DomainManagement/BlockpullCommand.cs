using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh blockpull</c>: Populate a disk from its backing image..</summary>
internal static class BlockpullCommand
{
    internal static Command Definition => new("blockpull", RunAsync)
    {
        Help = "Populate a disk from its backing image.",
        Description = "Populate a disk from its backing image.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("path", "fully-qualified path of disk", Completers.DiskTargets),
            Option.Number("bandwidth", "bandwidth limit in MiB/s"),
            Option.Text("base", "path of backing file in chain for a partial pull"),
            Option.Flag("wait", "wait for job to finish"),
            Option.Flag("verbose", "with --wait, display the progress"),
            Option.Number("timeout", "with --wait, abort if pull exceeds timeout (in seconds)"),
            Option.Flag("async", "with --wait, don't wait for cancel to finish"),
            Option.Flag("keep-relative", "keep the backing chain relatively referenced"),
            Option.Flag("bytes", "the bandwidth limit is in bytes/s rather than MiB/s"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Requires("verbose", "wait");
        arguments.Requires("async", "wait");
        var path = arguments.Needed("path");
        var lower = arguments.Text("base");
        var isBytes = arguments.Has("bytes");
        var bandwidth = BlockJobBandwidth.Read(arguments, isBytes);
        var timeout = arguments.Timeout();
        var rebase = arguments.Flag(
            "keep-relative", VirDomainBlockRebaseFlags.VIR_DOMAIN_BLOCK_REBASE_RELATIVE);
        var domain = await shell.DomainAsync(arguments);
        await using var wait = arguments.Has("wait")
            ? await BlockJobWait.BeginAsync(shell, domain, path, "Block Pull", arguments, timeout)
            : null;
        if (lower is not null || rebase != 0)
        {
            await domain.BlockRebaseAsync(
                path, lower, bandwidth,
                rebase | (isBytes ? VirDomainBlockRebaseFlags.VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES : 0));
        }
        else
        {
            await domain.BlockPullAsync(
                path, bandwidth, isBytes ? VirDomainBlockPullFlags.VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES : 0);
        }

        if (wait is null)
        {
            shell.PrintExtra("Block Pull started");
            return;
        }

        await wait.EndAsync("Pull");
        shell.PrintExtra("\nPull complete");
    }
}
