using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-dumpxml</c>: network information in XML.</summary>
internal static class NetDumpxmlCommand
{
    internal static Command Definition => new("net-dumpxml", RunAsync)
    {
        Help = "network information in XML",
        Description = "Output the network information as an XML dump to stdout.",
        Options =
        [
            Option.Data("network", "network name or uuid", Completers.Networks()),
            Option.Flag("inactive", "show inactive defined XML"),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var network = await shell.NetworkAsync(arguments);
        var flags = arguments.Flag("inactive", VirNetworkXMLFlags.VIR_NETWORK_XML_INACTIVE);
        XmlSelection.Print(shell, arguments, await network.GetXmlDescAsync(flags));
    }
}
