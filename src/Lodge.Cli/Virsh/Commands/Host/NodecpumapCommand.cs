namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh nodecpumap</c>: node cpu map.</summary>
internal static class NodecpumapCommand
{
    internal static Command Definition => new("nodecpumap", RunAsync)
    {
        Help = "node cpu map",
        Description =
            "Displays the node's total number of CPUs, the number of online CPUs and the list of online "
            + "CPUs.",
        Options =
        [
            Option.Flag("pretty", "return human readable output"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var answer = await shell.Connection.GetNodeCpuMapAsync().OrFail("Unable to get cpu map");
        shell.PrintField("CPUs present:", answer.Ret);
        shell.PrintField("CPUs online:", answer.Online);
        shell.PrintField(
            "CPU map:",
            arguments.Has("pretty") ? CpuSet.Format(answer.Cpumap) : CpuSet.Letters(answer.Cpumap, answer.Ret));
    }
}
