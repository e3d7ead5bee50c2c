namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-destroy</c>: destroy (stop) a device on the node.</summary>
internal static class NodedevDestroyCommand
{
    internal static Command Definition => new("nodedev-destroy", RunAsync)
    {
        Help = "destroy (stop) a device on the node",
        Description = "Destroy a device on the node.  Note that this command destroys devices on the physical host",
        Options =
        [
            Option.Alias("name", "device"),
            Option.Data("device", "device name or wwn pair in 'wwnn,wwpn' format", Completers.NodeDevices),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var name = arguments.Needed("device");
        var device = await shell.NodeDeviceAsync(name);
        await device.DestroyAsync().OrFail($"Failed to destroy node device '{name}'");
        shell.PrintExtra($"Destroyed node device '{name}'\n");
    }
}
