namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-edit</c>: edit XML configuration for a physical host interface.</summary>
internal static class IfaceEditCommand
{
    internal static Command Definition => new("iface-edit", RunAsync)
    {
        Help = "edit XML configuration for a physical host interface",
        Description = "Edit the XML configuration for a physical host interface.",
        Options =
        [
            Option.Data("interface", "interface name or MAC address", Completers.HostInterfaces()),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var nic = await shell.HostInterfaceAsync(arguments);
        var edited = await Editor.ChangeAsync(shell, new XmlEdit
        {
            ReadAsync = () => nic.GetXmlDescAsync(VirInterfaceXMLFlags.VIR_INTERFACE_XML_INACTIVE),
            WriteAsync = async (xml, _) => await shell.Connection.DefineInterfaceXmlAsync(xml),
        });
        shell.PrintExtra($"Interface {nic.Name} XML configuration {(edited ? "edited" : "not changed")}.\n");
    }
}
