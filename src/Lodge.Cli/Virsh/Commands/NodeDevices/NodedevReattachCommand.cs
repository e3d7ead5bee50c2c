namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-reattach</c>: reattach node device to its device driver.</summary>
internal static class NodedevReattachCommand
{
    internal static Command Definition => new("nodedev-reattach", NotServed.RunAsync)
    {
        Help = "reattach node device to its device driver",
        Description = "Reattach node device to its device driver once released by the domain.",
        Options =
        [
            Option.Data("device", "device key", Completers.NodeDevices),
        ],
    };
}
