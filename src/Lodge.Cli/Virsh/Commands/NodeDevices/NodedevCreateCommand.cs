using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-create</c>: create a device defined by an XML file on the node.</summary>
internal static class NodedevCreateCommand
{
    internal static Command Definition => new("nodedev-create", RunAsync)
    {
        Help = "create a device defined by an XML file on the node",
        Description =
            "Create a device on the node.  Note that this command creates devices on the physical host "
            + "that can then be assigned to a virtual machine.",
        Options =
        [
            Option.File("file containing an XML description of the device"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var file = arguments.Needed("file");
        var flags = arguments.Flag("validate", VirNodeDeviceCreateXMLFlags.VIR_NODE_DEVICE_CREATE_XML_VALIDATE);
        var device = await shell.Connection.CreateNodeDeviceXmlAsync(LocalFile.Read(file), flags)
            .OrFail($"Failed to create node device from {file}");
        shell.PrintExtra($"Node device {device.Name} created from {file}\n");
    }
}
