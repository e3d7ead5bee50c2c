using static Lodge.Protocol.Constants.VirConnectListAllNetworksFlags;

namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-autostart</c>: autostart a network.</summary>
internal static class NetAutostartCommand
{
    internal static Command Definition => new("net-autostart", RunAsync)
    {
        Help = "autostart a network",
        Description = "Configure a network to be automatically started at boot.",
        Options =
        [
            Option.Data("network", "network name or uuid", Completers.Networks(VIR_CONNECT_LIST_NETWORKS_PERSISTENT)),
            Option.Flag("disable", "disable autostarting"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var network = await shell.NetworkAsync(arguments);
        var name = arguments.Needed("network");
        var on = !arguments.Has("disable");
        await network.SetAutostartAsync(on)
            .OrFail($"failed to {(on ? "mark" : "unmark")} network {name} as autostarted");
        shell.PrintExtra($"Network {name} {(on ? "marked" : "unmarked")} as autostarted\n");
    }
}
