using static Lodge.Protocol.Constants.VirConnectListAllInterfacesFlags;

namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-destroy</c>: destroy a physical host interface (disable it / "if-down").</summary>
internal static class IfaceDestroyCommand
{
    internal static Command Definition => new("iface-destroy", RunAsync)
    {
        Help = "destroy a physical host interface (disable it / \"if-down\")",
        Description = "forcefully stop a physical host interface.",
        Options =
        [
            Option.Data("interface",
                "interface name or MAC address", Completers.HostInterfaces(VIR_CONNECT_LIST_INTERFACES_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var nic = await shell.HostInterfaceAsync(arguments);
        var name = arguments.Needed("interface");
        await nic.DestroyAsync().OrFail($"Failed to destroy interface {name}");
        shell.PrintExtra($"Interface {name} destroyed\n");
    }
}
