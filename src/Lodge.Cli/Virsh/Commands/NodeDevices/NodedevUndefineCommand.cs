namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-undefine</c>: Undefine an inactive node device.</summary>
internal static class NodedevUndefineCommand
{
    internal static Command Definition => new("nodedev-undefine", RunAsync)
    {
        Help = "Undefine an inactive node device",
        Description = "Undefines the configuration for an inactive node device",
        Options =
        [
            Option.Data("device", "device name or wwn pair in 'wwnn,wwpn' format", Completers.NodeDevices),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var name = arguments.Needed("device");
        var device = await shell.NodeDeviceAsync(name);
        await device.UndefineAsync().OrFail($"Failed to undefine node device '{name}'");
        shell.PrintExtra($"Undefined node device '{name}'\n");
    }
}
