using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.NetworkFilters;

/// <summary><c>virsh nwfilter-dumpxml</c>: network filter information in XML.</summary>
internal static class NwfilterDumpxmlCommand
{
    internal static Command Definition => new("nwfilter-dumpxml", RunAsync)
    {
        Help = "network filter information in XML",
        Description = "Output the network filter information as an XML dump to stdout.",
        Options =
        [
            Option.Data("nwfilter", "network filter name or uuid", Completers.NetworkFilters),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var filter = await shell.NetworkFilterAsync(arguments);
        XmlSelection.Print(shell, arguments, await filter.GetXmlDescAsync());
    }
}
