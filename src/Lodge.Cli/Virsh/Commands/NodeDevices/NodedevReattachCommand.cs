namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-reattach</c>: reattach node device to its device driver.</summary>
internal static class NodedevReattachCommand
{
    internal static Command Definition => new("nodedev-reattach", RunAsync)
    {
        Help = "reattach node device to its device driver",
        Description = "Reattach node device to its device driver once released by the domain.",
        Options =
        [
            Option.Data("device", "device key", Completers.NodeDevices),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var name = arguments.Needed("device");
        var device = await shell.NodeDeviceAsync(name);
        await device.ReAttachAsync().OrFail($"Failed to re-attach device {name}");
        shell.PrintExtra($"Device {name} re-attached\n");
    }
}
