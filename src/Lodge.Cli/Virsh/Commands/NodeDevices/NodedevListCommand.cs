namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-list</c>: enumerate devices on this host.</summary>
internal static class NodedevListCommand
{
    internal static Command Definition => new("nodedev-list", RunAsync)
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

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        if (arguments.Has("all") && arguments.Has("inactive"))
        {
            throw new CommandFailure("Option --all is incompatible with --inactive");
        }

        var kinds = arguments.Text("cap");
        if (arguments.Has("tree") && (kinds is not null || arguments.Has("inactive")))
        {
            throw new CommandFailure("Option --tree is incompatible with --cap and --inactive");
        }

        var flags = DeviceKinds.Filter(kinds, arguments.Has("inactive"), arguments.Has("all"));
        var devices = (await shell.Connection.ListAllNodeDevicesAsync(flags).OrFailListing(
            "Failed to list node devices",
            "Failed to count node devices",
            () => shell.Connection.NodeNumOfDevicesAsync(null))).ToArray();
        Array.Sort(devices, static (a, b) => NameOrder.Compare(a.Name, b.Name));
        if (!arguments.Has("tree"))
        {
            shell.Print(string.Concat(devices.Select(static device => device.Name + "\n")));
            return;
        }

        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var device in devices)
        {
            parents[device.Name] = device.Name == "computer" ? null : await device.GetParentAsync();
        }

        shell.Print(Tree.Draw([.. parents.Keys], name => parents[name]));
    }
}
