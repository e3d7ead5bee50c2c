using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.NetworkFilters;

/// <summary><c>virsh nwfilter-binding-dumpxml</c>: network filter information in XML.</summary>
internal static class NwfilterBindingDumpxmlCommand
{
    internal static Command Definition => new("nwfilter-binding-dumpxml", RunAsync)
    {
        Help = "network filter information in XML",
        Description = "Output the network filter information as an XML dump to stdout.",
        Options =
        [
            Option.Data("binding", "network filter binding portdev"),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var binding = await shell.NetworkFilterBindingAsync(arguments);
        XmlSelection.Print(shell, arguments, await binding.GetXmlDescAsync());
    }
}
