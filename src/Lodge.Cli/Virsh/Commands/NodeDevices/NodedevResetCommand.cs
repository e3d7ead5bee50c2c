namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-reset</c>: reset node device.</summary>
internal static class NodedevResetCommand
{
    internal static Command Definition => new("nodedev-reset", NotServed.RunAsync)
    {
        Help = "reset node device",
        Description = "Reset node device before or after assigning to a domain.",
        Options =
        [
            Option.Data("device", "device key", Completers.NodeDevices),
        ],
    };
}
