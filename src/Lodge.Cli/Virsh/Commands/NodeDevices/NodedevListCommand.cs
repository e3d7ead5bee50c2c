namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-list</c>: enumerate devices on this host.</summary>
internal static class NodedevListCommand
{
    internal static Command Definition => new("nodedev-list", NotServed.RunAsync)
    {
        Help = "enumerate devices on this host",
        Options =
        [
            Option.Flag("tree", "list devices in a tree"),
            Option.Text("cap", "capability names, separated by comma"),
            Option.Flag("inactive", "list inactive devices"),
            Option.Flag("all", "list inactive & active devices"),
        ],
    };
}
