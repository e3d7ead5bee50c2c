namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-autostart</c>: autostart a defined node device.</summary>
internal static class NodedevAutostartCommand
{
    internal static Command Definition => new("nodedev-autostart", RunAsync)
    {
        Help = "autostart a defined node device",
        Description = "Configure a node device to be automatically started at boot.",
        Options =
        [
            Option.Data("device", "device name or wwn pair in 'wwnn,wwpn' format", Completers.NodeDevices),
            Option.Flag("disable", "disable autostarting"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var name = arguments.Needed("device");
        var device = await shell.NodeDeviceAsync(name);
        var on = !arguments.Has("disable");
        await device.SetAutostartAsync(on).OrFail($"failed to {(on ? "mark" : "unmark")} device {name} as autostarted");
        shell.PrintExtra($"Device {name} {(on ? "marked" : "unmarked")} as autostarted\n");
    }
}
