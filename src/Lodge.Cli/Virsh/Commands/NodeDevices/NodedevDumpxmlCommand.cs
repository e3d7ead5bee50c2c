using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-dumpxml</c>: node device details in XML.</summary>
internal static class NodedevDumpxmlCommand
{
    internal static Command Definition => new("nodedev-dumpxml", RunAsync)
    {
        Help = "node device details in XML",
        Description = "Output the node device details as an XML dump to stdout.",
        Options =
        [
            Option.Data("device", "device name or wwn pair in 'wwnn,wwpn' format", Completers.NodeDevices),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var device = await shell.NodeDeviceAsync(arguments.Needed("device"));
        XmlSelection.Print(shell, arguments, await device.GetXmlDescAsync());
    }
}
