namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh nodeinfo</c>: node information.</summary>
internal static class NodeinfoCommand
{
    internal static Command Definition => new("nodeinfo", RunAsync)
    {
        Help = "node information",
        Description = "Returns basic information about the node.",
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var info = await shell.Connection.GetNodeInfoAsync().OrFail("failed to get node information");
        shell.PrintField("CPU model:", info.Model, 20);
        shell.PrintField("CPU(s):", info.Cpus, 20);
        if (info.Mhz != 0)
        {
            shell.PrintField("CPU frequency:", $"{info.Mhz} MHz", 20);
        }

        shell.PrintField("CPU socket(s):", info.Sockets, 20);
        shell.PrintField("Core(s) per socket:", info.Cores, 20);
        shell.PrintField("Thread(s) per core:", info.Threads, 20);
        shell.PrintField("NUMA cell(s):", info.Nodes, 20);
        shell.PrintField("Memory size:", $"{info.Memory} KiB", 20);
    }
}
