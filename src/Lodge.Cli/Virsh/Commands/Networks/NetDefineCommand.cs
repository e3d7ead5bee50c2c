using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary>
/// <c>virsh net-define</c>: define an inactive persistent virtual network or modify an existing persistent one from
/// an XML file.
/// </summary>
internal static class NetDefineCommand
{
    internal static Command Definition => new("net-define", RunAsync)
    {
        Help = "define an inactive persistent virtual network or modify an existing persistent one from an XML file",
        Description = "Define or modify a persistent virtual network.",
        Options =
        [
            Option.File("file containing an XML network description"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var file = arguments.Needed("file");
        var flags = arguments.Flag("validate", VirNetworkDefineFlags.VIR_NETWORK_DEFINE_VALIDATE);
        var xml = LocalFile.Read(file);
        var call = flags == 0
            ? shell.Connection.DefineNetworkXmlAsync(xml)
            : shell.Connection.DefineNetworkXmlFlagsAsync(xml, flags);
        var network = await call.OrFail($"Failed to define network from {file}");
        shell.PrintExtra($"Network {network.Name} defined from {file}\n");
    }
}
