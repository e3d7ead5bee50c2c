using static Lodge.Protocol.Constants.VirConnectListAllNetworksFlags;

namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-destroy</c>: destroy (stop) a network.</summary>
internal static class NetDestroyCommand
{
    internal static Command Definition => new("net-destroy", RunAsync)
    {
        Help = "destroy (stop) a network",
        Description = "Forcefully stop a given network.",
        Options =
        [
            Option.Data("network", "network name or uuid", Completers.Networks(VIR_CONNECT_LIST_NETWORKS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var network = await shell.NetworkAsync(arguments);
        var name = arguments.Needed("network");
        await network.DestroyAsync().OrFail($"Failed to destroy network {name}");
        shell.PrintExtra($"Network {name} destroyed\n");
    }
}
