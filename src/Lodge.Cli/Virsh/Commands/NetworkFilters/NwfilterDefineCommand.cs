using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.NetworkFilters;

/// <summary><c>virsh nwfilter-define</c>: define or update a network filter from an XML file.</summary>
internal static class NwfilterDefineCommand
{
    internal static Command Definition => new("nwfilter-define", RunAsync)
    {
        Help = "define or update a network filter from an XML file",
        Description = "Define a new network filter or update an existing one.",
        Options =
        [
            Option.File("file containing an XML network filter description"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var file = arguments.Needed("file");
        var flags = arguments.Flag("validate", VirNWFilterDefineFlags.VIR_NWFILTER_DEFINE_VALIDATE);
        var xml = LocalFile.Read(file);
        var call = flags == 0
            ? shell.Connection.DefineNetworkFilterXmlAsync(xml)
            : shell.Connection.DefineNetworkFilterXmlFlagsAsync(xml, flags);
        var filter = await call.OrFail($"Failed to define network filter from {file}");
        shell.PrintExtra($"Network filter {filter.Name} defined from {file}\n");
    }
}
