namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-start</c>: Start an inactive node device.</summary>
internal static class NodedevStartCommand
{
    internal static Command Definition => new("nodedev-start", RunAsync)
    {
        Help = "Start an inactive node device",
        Description = "Starts an inactive node device that was previously defined",
        Options =
        [
            Option.Data("device", "device name", Completers.NodeDevices),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var name = arguments.Needed("device");
        var device = await shell.NodeDeviceAsync(name);
        await device.CreateAsync().OrFail($"Failed to start device {name}");
        shell.PrintExtra($"Device {name} started\n");
    }
}
