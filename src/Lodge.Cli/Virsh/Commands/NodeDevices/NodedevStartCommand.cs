namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-start</c>: Start an inactive node device.</summary>
internal static class NodedevStartCommand
{
    internal static Command Definition => new("nodedev-start", NotServed.RunAsync)
    {
        Help = "Start an inactive node device",
        Description = "Starts an inactive node device that was previously defined",
        Options =
        [
            Option.Data("device", "device name", Completers.NodeDevices),
        ],
    };
}
