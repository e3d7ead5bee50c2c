using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-bridge</c>: create a bridge device and attach an existing network device to it.</summary>
internal static class IfaceBridgeCommand
{
    internal static Command Definition => new("iface-bridge", RunAsync)
    {
        Help = "create a bridge device and attach an existing network device to it",
        Description = "bridge an existing network device",
        Options =
        [
            Option.Data("interface", "existing interface name", Completers.HostInterfaces()),
            Option.Data("bridge", "new bridge device name"),
            Option.Flag("no-stp", "do not enable STP for this bridge"),
            Option.Number("delay", "number of seconds to squelch traffic on newly connected ports"),
            Option.Flag("no-start", "don't start the bridge immediately"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var nic = await shell.HostInterfaceAsync(arguments, byMac: false);
        var bridge = arguments.Needed("bridge");
        if (await Shell.FoundAsync(() => shell.Connection.LookupInterfaceByNameAsync(bridge)) is not null)
        {
            throw new CommandFailure($"Network device {bridge} already exists");
        }

        var delay = arguments.UInt32("delay") ?? 0;
        var xml = XmlText.Parse(
            await nic.GetXmlDescAsync(VirInterfaceXMLFlags.VIR_INTERFACE_XML_INACTIVE),
            $"Failed to parse configuration of {nic.Name}");
        var made = await shell.Connection.DefineInterfaceXmlAsync(
                BridgeXml.Bridge(xml, nic.Name, bridge, arguments.Has("no-stp") ? null : delay))
            .OrFail($"Failed to define new bridge interface {bridge}");
        shell.PrintExtra($"Created bridge {bridge} with attached device {nic.Name}\n");
        if (!arguments.Has("no-start"))
        {
            await made.CreateAsync().OrFail($"Failed to start bridge interface {bridge}");
            shell.PrintExtra($"Bridge interface {bridge} started\n");
        }
    }
}
