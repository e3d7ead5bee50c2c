using static Lodge.Protocol.Constants.VirConnectListAllNetworksFlags;

namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-port-delete</c>: delete the specified network port.</summary>
internal static class NetPortDeleteCommand
{
    internal static Command Definition => new("net-port-delete", RunAsync)
    {
        Help = "delete the specified network port",
        Description = "Delete the specified network port.",
        Options =
        [
            Option.Data("network", "network name or uuid", Completers.Networks(VIR_CONNECT_LIST_NETWORKS_ACTIVE)),
            Option.Data("port", "port UUID"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var port = await NetworkPortLookup.FindAsync(shell, arguments);
        await port.DeleteAsync().OrFail($"Failed to delete network port {port.Uuid}");
        shell.PrintExtra($"Network port {port.Uuid} deleted\n");
    }
}
