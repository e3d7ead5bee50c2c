using static Lodge.Protocol.Constants.VirConnectListAllInterfacesFlags;

namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-start</c>: start a physical host interface (enable it / "if-up").</summary>
internal static class IfaceStartCommand
{
    internal static Command Definition => new("iface-start", RunAsync)
    {
        Help = "start a physical host interface (enable it / \"if-up\")",
        Description = "start a physical host interface.",
        Options =
        [
            Option.Data("interface",
                "interface name or MAC address", Completers.HostInterfaces(VIR_CONNECT_LIST_INTERFACES_INACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var nic = await shell.HostInterfaceAsync(arguments);
        var name = arguments.Needed("interface");
        await nic.CreateAsync().OrFail($"Failed to start interface {name}");
        shell.PrintExtra($"Interface {name} started\n");
    }
}
