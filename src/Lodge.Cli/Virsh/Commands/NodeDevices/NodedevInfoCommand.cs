namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-info</c>: node device information.</summary>
internal static class NodedevInfoCommand
{
    internal static Command Definition => new("nodedev-info", RunAsync)
    {
        Help = "node device information",
        Description = "Returns basic information about the node device",
        Options =
        [
            Option.Data("device", "device name or wwn pair in 'wwnn,wwpn' format", Completers.NodeDevices),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var device = await shell.NodeDeviceAsync(arguments.Needed("device"));
        shell.PrintField("Name:", device.Name);
        shell.PrintField("Parent:", await device.GetParentAsync() ?? "");
        shell.PrintField("Active:", Answers.YesNo(await Answers.TryFlagAsync(device.IsActiveAsync()), "yes"));
        shell.PrintField("Persistent:", Answers.YesNo(await Answers.TryFlagAsync(device.IsPersistentAsync()), "yes"));
        shell.PrintField("Autostart:",
            Answers.YesNo(await Answers.TryFlagAsync(device.GetAutostartAsync()), "no autostart"));
    }
}
