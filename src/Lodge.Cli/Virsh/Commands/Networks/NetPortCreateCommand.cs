using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllNetworksFlags;

namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-port-create</c>: create a network port from an XML file.</summary>
internal static class NetPortCreateCommand
{
    internal static Command Definition => new("net-port-create", RunAsync)
    {
        Help = "create a network port from an XML file",
        Description = "Create a network port.",
        Options =
        [
            Option.Data("network", "network name or uuid", Completers.Networks(VIR_CONNECT_LIST_NETWORKS_ACTIVE)),
            Option.File("file containing an XML network port description"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var network = await shell.NetworkAsync(arguments);
        var file = arguments.Needed("file");
        var flags = arguments.Flag("validate", VirNetworkPortCreateFlags.VIR_NETWORK_PORT_CREATE_VALIDATE);
        var port = await network.CreatePortXmlAsync(LocalFile.Read(file), flags)
            .OrFail($"Failed to create network from {file}");
        shell.PrintExtra($"Network port {port.Uuid} created from {file}\n");
    }
}
