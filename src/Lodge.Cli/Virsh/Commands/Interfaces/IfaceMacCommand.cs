namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-mac</c>: convert an interface name to interface MAC address.</summary>
internal static class IfaceMacCommand
{
    internal static Command Definition => new("iface-mac", RunAsync)
    {
        Help = "convert an interface name to interface MAC address",
        Options =
        [
            Option.Data("interface", "interface name", Completers.HostInterfaces()),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var nic = await shell.HostInterfaceAsync(arguments, byMac: false);
        shell.Print(nic.Mac + "\n");
    }
}
