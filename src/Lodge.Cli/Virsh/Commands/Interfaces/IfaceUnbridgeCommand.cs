using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-unbridge</c>: undefine a bridge device after detaching its device(s).</summary>
internal static class IfaceUnbridgeCommand
{
    internal static Command Definition => new("iface-unbridge", RunAsync)
    {
        Help = "undefine a bridge device after detaching its device(s)",
        Description = "unbridge a network device",
        Options =
        [
            Option.Data("bridge", "current bridge device name"),
            Option.Flag("no-start", "don't start the detached interface immediately (not recommended)"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var bridge = await shell.HostInterfaceAsync(arguments, "bridge", byMac: false);
        var xml = XmlText.Parse(
            await bridge.GetXmlDescAsync(VirInterfaceXMLFlags.VIR_INTERFACE_XML_INACTIVE),
            $"Failed to parse configuration of {bridge.Name}");
        var (plain, name) = BridgeXml.Unbridge(xml, bridge.Name);
        await bridge.DestroyAsync().OrFail($"Failed to destroy bridge interface {bridge.Name}");
        await bridge.UndefineAsync().OrFail($"Failed to undefine bridge interface {bridge.Name}");
        var nic = await shell.Connection.DefineInterfaceXmlAsync(plain)
            .OrFail($"Failed to define new interface {name}");
        shell.PrintExtra($"Device {name} un-attached from bridge {bridge.Name}\n");
        if (!arguments.Has("no-start"))
        {
            await nic.CreateAsync().OrFail($"Failed to start interface {name}");
            shell.PrintExtra($"Interface {name} started\n");
        }
    }
}
