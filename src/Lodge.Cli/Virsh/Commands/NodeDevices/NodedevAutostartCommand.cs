namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-autostart</c>: autostart a defined node device.</summary>
internal static class NodedevAutostartCommand
{
    internal static Command Definition => new("nodedev-autostart", NotServed.RunAsync)
    {
        Help = "autostart a defined node device",
        Description = "Configure a node device to be automatically started at boot.",
        Options =
        [
            Option.Data("device", "device name or wwn pair in 'wwnn,wwpn' format", Completers.NodeDevices),
            Option.Flag("disable", "disable autostarting"),
        ],
    };
}
