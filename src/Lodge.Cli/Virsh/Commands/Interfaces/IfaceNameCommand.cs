namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-name</c>: convert an interface MAC address to interface name.</summary>
internal static class IfaceNameCommand
{
    internal static Command Definition => new("iface-name", RunAsync)
    {
        Help = "convert an interface MAC address to interface name",
        Options =
        [
            Option.Data("interface", "interface mac"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var nic = await shell.HostInterfaceAsync(arguments, byName: false);
        shell.Print(nic.Name + "\n");
    }
}
