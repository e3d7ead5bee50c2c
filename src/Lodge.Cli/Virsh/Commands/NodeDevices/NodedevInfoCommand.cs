namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-info</c>: node device information.</summary>
internal static class NodedevInfoCommand
{
    internal static Command Definition => new("nodedev-info", NotServed.RunAsync)
    {
        Help = "node device information",
        Description = "Returns basic information about the node device",
        Options =
        [
            Option.Data("device", "device name or wwn pair in 'wwnn,wwpn' format", Completers.NodeDevices),
        ],
    };
}
