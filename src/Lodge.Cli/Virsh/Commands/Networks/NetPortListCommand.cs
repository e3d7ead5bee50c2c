using static Lodge.Protocol.Constants.VirConnectListAllNetworksFlags;

namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-port-list</c>: list network ports.</summary>
internal static class NetPortListCommand
{
    internal static Command Definition => new("net-port-list", RunAsync)
    {
        Help = "list network ports",
        Description = "Returns list of network ports.",
        Options =
        [
            Option.Data("network", "network name or uuid", Completers.Networks(VIR_CONNECT_LIST_NETWORKS_ACTIVE)),
            Option.Flag("uuid", "list uuid's only"),
            Option.Flag("table", "list table (default)"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        if (arguments.Has("table") && arguments.Has("uuid"))
        {
            throw new CommandFailure("Only one argument from --table and --uuid may be specified.");
        }

        var network = await shell.NetworkAsync(arguments);
        var ports = (await network.ListAllPortsAsync()).Select(static port => $"{port.Uuid}")
            .Order(StringComparer.Ordinal).ToArray();
        if (arguments.Has("uuid"))
        {
            shell.Print(string.Concat(ports.Select(static uuid => uuid + "\n")));
            return;
        }

        var table = new Table("UUID");
        Array.ForEach(ports, uuid => table.Add(uuid));
        table.PrintTo(shell);
    }
}
