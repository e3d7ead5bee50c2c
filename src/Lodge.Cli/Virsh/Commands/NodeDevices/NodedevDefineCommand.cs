using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-define</c>: Define a device by an xml file on a node.</summary>
internal static class NodedevDefineCommand
{
    internal static Command Definition => new("nodedev-define", RunAsync)
    {
        Help = "Define a device by an xml file on a node",
        Description =
            "Defines a persistent device on the node that can be assigned to a domain. The device must be "
            + "started before it can be assigned to a domain.",
        Options =
        [
            Option.File("file containing an XML description of the device"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var file = arguments.Needed("file");
        var flags = arguments.Flag("validate", VirNodeDeviceDefineXMLFlags.VIR_NODE_DEVICE_DEFINE_XML_VALIDATE);
        var device = await shell.Connection.DefineNodeDeviceXmlAsync(LocalFile.Read(file), flags)
            .OrFail($"Failed to define node device from '{file}'");
        shell.PrintExtra($"Node device '{device.Name}' defined from '{file}'\n");
    }
}
