using static Lodge.Protocol.Constants.VirConnectListAllNetworksFlags;

namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-start</c>: start a (previously defined) inactive network.</summary>
internal static class NetStartCommand
{
    internal static Command Definition => new("net-start", RunAsync)
    {
        Help = "start a (previously defined) inactive network",
        Description = "Start a network.",
        Options =
        [
            Option.Data("network", "network name or uuid", Completers.Networks(VIR_CONNECT_LIST_NETWORKS_INACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var network = await shell.NetworkAsync(arguments);
        var name = arguments.Needed("network");
        await network.CreateAsync().OrFail($"Failed to start network {name}");
        shell.PrintExtra($"Network {name} started\n");
    }
}
