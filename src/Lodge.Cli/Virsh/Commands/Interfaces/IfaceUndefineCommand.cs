namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-undefine</c>: undefine a physical host interface (remove it from configuration).</summary>
internal static class IfaceUndefineCommand
{
    internal static Command Definition => new("iface-undefine", RunAsync)
    {
        Help = "undefine a physical host interface (remove it from configuration)",
        Description = "undefine an interface.",
        Options =
        [
            Option.Data("interface", "interface name or MAC address", Completers.HostInterfaces()),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var nic = await shell.HostInterfaceAsync(arguments);
        var name = arguments.Needed("interface");
        await nic.UndefineAsync().OrFail($"Failed to undefine interface {name}");
        shell.PrintExtra($"Interface {name} undefined\n");
    }
}
