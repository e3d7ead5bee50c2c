namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh node-memory-tune</c>: Get or set node memory parameters.</summary>
internal static class NodeMemoryTuneCommand
{
    internal static Command Definition => new("node-memory-tune", RunAsync)
    {
        Help = "Get or set node memory parameters",
        Description =
            "Get or set node memory parameters\n    To get the memory parameters, use following command: \n"
            + "\n    virsh # node-memory-tune",
        Options =
        [
            Option.Number("shm-pages-to-scan",
                "number of pages to scan before the shared memory service goes to sleep"),
            Option.Number("shm-sleep-millisecs",
                "number of millisecs the shared memory service should sleep before next scan"),
            Option.Number("shm-merge-across-nodes", "Specifies if pages from different numa nodes can be merged"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var changes = new ParameterList()
            .AddUInt32(VirConstants.VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN, arguments.UInt32("shm-pages-to-scan"))
            .AddUInt32(VirConstants.VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS, arguments.UInt32("shm-sleep-millisecs"))
            .AddUInt32(VirConstants.VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES,
                arguments.UInt32("shm-merge-across-nodes"))
            .ToArray();
        if (changes.Length > 0)
        {
            await shell.Connection.SetNodeMemoryParametersAsync(changes).OrFail("Unable to change memory parameters");
            return;
        }

        var parameters = await shell.Connection.GetNodeMemoryParametersAsync()
            .OrFail("Unable to get number of memory parameters");
        if (parameters.Length > 0)
        {
            shell.Print("Shared memory:\n");
            shell.Print(string.Concat(parameters.Select(static p => $"\t{p.Field,-15} {TypedText.Of(p)}\n")));
        }
    }
}
