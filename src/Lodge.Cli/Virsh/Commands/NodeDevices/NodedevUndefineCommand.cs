namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-undefine</c>: Undefine an inactive node device.</summary>
internal static class NodedevUndefineCommand
{
    internal static Command Definition => new("nodedev-undefine", NotServed.RunAsync)
    {
        Help = "Undefine an inactive node device",
        Description = "Undefines the configuration for an inactive node device",
        Options =
        [
            Option.Data("device", "device name or wwn pair in 'wwnn,wwpn' format", Completers.NodeDevices),
        ],
    };
}
