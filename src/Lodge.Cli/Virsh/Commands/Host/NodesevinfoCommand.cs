namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh nodesevinfo</c>: node SEV information.</summary>
internal static class NodesevinfoCommand
{
    internal static Command Definition => new("nodesevinfo", RunAsync)
    {
        Help = "node SEV information",
        Description = "Returns basic SEV information about the node.",
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        shell.PrintParameters(
            await shell.Connection.GetNodeSevInfoAsync().OrFail("Unable to get host SEV information"), width: 18);
    }
}
