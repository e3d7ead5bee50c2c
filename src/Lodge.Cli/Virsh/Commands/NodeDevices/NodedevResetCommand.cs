namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-reset</c>: reset node device.</summary>
internal static class NodedevResetCommand
{
    internal static Command Definition => new("nodedev-reset", RunAsync)
    {
        Help = "reset node device",
        Description = "Reset node device before or after assigning to a domain.",
        Options =
        [
            Option.Data("device", "device key", Completers.NodeDevices),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var name = arguments.Needed("device");
        var device = await shell.NodeDeviceAsync(name);
        await device.ResetAsync().OrFail($"Failed to reset device {name}");
        shell.PrintExtra($"Device {name} reset\n");
    }
}
