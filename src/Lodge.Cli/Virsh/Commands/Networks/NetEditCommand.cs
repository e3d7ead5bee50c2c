namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-edit</c>: edit XML configuration for a network.</summary>
internal static class NetEditCommand
{
    internal static Command Definition => new("net-edit", RunAsync)
    {
        Help = "edit XML configuration for a network",
        Description = "Edit the XML configuration for a network.",
        Options =
        [
            Option.Data("network", "network name or uuid", Completers.Networks()),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var network = await shell.NetworkAsync(arguments);
        var edited = await Editor.ChangeAsync(shell, new XmlEdit
        {
            ReadAsync = () => network.GetXmlDescAsync(VirNetworkXMLFlags.VIR_NETWORK_XML_INACTIVE),
            WriteAsync = async (xml, _) => await shell.Connection.DefineNetworkXmlAsync(xml),
        });
        shell.PrintExtra($"Network {network.Name} XML configuration {(edited ? "edited" : "not changed")}.\n");
    }
}
