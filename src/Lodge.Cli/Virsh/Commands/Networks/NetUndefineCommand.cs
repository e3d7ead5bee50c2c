using static Lodge.Protocol.Constants.VirConnectListAllNetworksFlags;

namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-undefine</c>: undefine a persistent network.</summary>
internal static class NetUndefineCommand
{
    internal static Command Definition => new("net-undefine", RunAsync)
    {
        Help = "undefine a persistent network",
        Description = "Undefine the configuration for a persistent network.",
        Options =
        [
            Option.Data("network", "network name or uuid", Completers.Networks(VIR_CONNECT_LIST_NETWORKS_PERSISTENT)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var network = await shell.NetworkAsync(arguments);
        var name = arguments.Needed("network");
        await network.UndefineAsync().OrFail($"Failed to undefine network {name}");
        shell.PrintExtra($"Network {name} has been undefined\n");
    }
}
