using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllNetworksFlags;

namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-port-dumpxml</c>: network port information in XML.</summary>
internal static class NetPortDumpxmlCommand
{
    internal static Command Definition => new("net-port-dumpxml", RunAsync)
    {
        Help = "network port information in XML",
        Description = "Output the network port information as an XML dump to stdout.",
        Options =
        [
            Option.Data("network", "network name or uuid", Completers.Networks(VIR_CONNECT_LIST_NETWORKS_ACTIVE)),
            Option.Data("port", "port UUID"),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var port = await NetworkPortLookup.FindAsync(shell, arguments);
        XmlSelection.Print(shell, arguments, await port.GetXmlDescAsync());
    }
}
