using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-dumpxml</c>: interface information in XML.</summary>
internal static class IfaceDumpxmlCommand
{
    internal static Command Definition => new("iface-dumpxml", RunAsync)
    {
        Help = "interface information in XML",
        Description = "Output the physical host interface information as an XML dump to stdout.",
        Options =
        [
            Option.Data("interface", "interface name or MAC address", Completers.HostInterfaces()),
            Option.Flag("inactive", "show inactive defined XML"),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("inactive", VirInterfaceXMLFlags.VIR_INTERFACE_XML_INACTIVE);
        var nic = await shell.HostInterfaceAsync(arguments);
        XmlSelection.Print(shell, arguments, await nic.GetXmlDescAsync(flags));
    }
}
