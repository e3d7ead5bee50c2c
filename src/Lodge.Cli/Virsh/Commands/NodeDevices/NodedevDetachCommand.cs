namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-detach</c>: detach node device from its device driver.</summary>
internal static class NodedevDetachCommand
{
    internal static Command Definition => new("nodedev-detach", RunAsync)
    {
        Help = "detach node device from its device driver",
        Description = "Detach node device from its device driver before assigning to a domain.",
        Options =
        [
            Option.Data("device", "device key", Completers.NodeDevices),
            Option.Text("driver", "pci device assignment backend driver (e.g. 'vfio' or 'xen')"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var name = arguments.Needed("device");
        var driver = arguments.Text("driver");
        var device = await shell.NodeDeviceAsync(name);
        await (driver is null ? device.DetachAsync() : device.DetachFlagsAsync(driver))
            .OrFail($"Failed to detach device {name}");
        shell.PrintExtra($"Device {name} detached\n");
    }
}
