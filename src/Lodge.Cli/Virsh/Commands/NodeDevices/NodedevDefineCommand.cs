namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-define</c>: Define a device by an xml file on a node.</summary>
internal static class NodedevDefineCommand
{
    internal static Command Definition => new("nodedev-define", NotServed.RunAsync)
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
}
