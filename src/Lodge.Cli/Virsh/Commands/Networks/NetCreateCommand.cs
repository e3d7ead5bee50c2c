using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-create</c>: create a network from an XML file.</summary>
internal static class NetCreateCommand
{
    internal static Command Definition => new("net-create", RunAsync)
    {
        Help = "create a network from an XML file",
        Description = "Create a network.",
        Options =
        [
            Option.File("file containing an XML network description"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var file = arguments.Needed("file");
        var flags = arguments.Flag("validate", VirNetworkCreateFlags.VIR_NETWORK_CREATE_VALIDATE);
        var xml = LocalFile.Read(file);
        var call = flags == 0
            ? shell.Connection.CreateNetworkXmlAsync(xml)
            : shell.Connection.CreateNetworkXmlFlagsAsync(xml, flags);
        var network = await call.OrFail($"Failed to create network from {file}");
        shell.PrintExtra($"Network {network.Name} created from {file}\n");
    }
}
