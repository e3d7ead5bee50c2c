using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh blockcopy</c>: Start a block copy operation..</summary>
internal static class BlockcopyCommand
{
    internal static Command Definition => new("blockcopy", RunAsync)
    {
        Help = "Start a block copy operation.",
        Description = "Copy a disk backing image chain to dest.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("path", "fully-qualified path of source disk", Completers.DiskTargets),
            Option.Text("dest", "path of the copy to create"),
            Option.Number("bandwidth", "bandwidth limit in MiB/s"),
            Option.Flag("shallow", "make the copy share a backing chain"),
            Option.Flag("reuse-external", "reuse existing destination"),
            Option.Alias("raw", "format=raw"),
            Option.Flag("blockdev", "copy destination is block device instead of regular file"),
            Option.Flag("wait", "wait for job to reach mirroring phase"),
            Option.Flag("verbose", "with --wait, display the progress"),
            Option.Number("timeout", "implies --wait, abort if copy exceeds timeout (in seconds)"),
            Option.Flag("pivot", "implies --wait, pivot when mirroring starts"),
            Option.Flag("finish", "implies --wait, quit when mirroring starts"),
            Option.Flag("async", "with --wait, don't wait for cancel to finish"),
            Option.Text("xml", "filename containing XML description of the copy destination", Completers.Files),
            Option.Text("format", "format of the destination file"),
            Option.Number("granularity", "power-of-two granularity to use during the copy"),
            Option.Number("buf-size", "maximum amount of in-flight data during the copy"),
            Option.Flag("bytes", "the bandwidth limit is in bytes/s rather than MiB/s"),
            Option.Flag("transient-job", "the copy job is not persisted if VM is turned off"),
            Option.Flag("synchronous-writes",
                "the copy job forces guest writes to be synchronously written to the destination"),
            Option.Flag("print-xml", "print the XML used to start the copy job instead of starting the job"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var copy = BlockCopyRequest.Read(arguments);
        var timeout = arguments.Timeout();
        arguments.Exclusive("dest", "xml");
        arguments.Exclusive("format", "xml");
        arguments.Exclusive("blockdev", "xml");
        arguments.Exclusive("pivot", "finish");
        if (!arguments.Has("dest") && !arguments.Has("xml"))
        {
            throw new CommandFailure("need either --dest or --xml");
        }

        var (isPivot, isFinish) = (arguments.Has("pivot"), arguments.Has("finish"));
        var isWaiting = arguments.Has("wait") || isPivot || isFinish || timeout is not null;
        BlockJobWait.CheckOptions(arguments, isWaiting, "finish");
        var domain = await shell.DomainAsync(arguments);
        if (arguments.Has("print-xml"))
        {
            shell.Print(copy.DestinationXml());
            return;
        }

        await using var wait = isWaiting
            ? await BlockJobWait.BeginAsync(shell, domain, copy.Path, "Block Copy", arguments, timeout)
            : null;
        await copy.StartAsync(domain);
        if (wait is null)
        {
            shell.PrintExtra("Block Copy started");
            return;
        }

        await wait.EndAsync("Copy");
        if (isPivot)
        {
            await wait.PivotAsync();
            shell.PrintExtra("\nSuccessfully pivoted");
        }
        else if (isFinish)
        {
            await wait.FinishAsync();
            shell.PrintExtra("\nSuccessfully copied");
        }
        else
        {
            shell.PrintExtra("\nNow in mirroring phase");
        }
    }
}
