using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-dumpxml</c>: pool information in XML.</summary>
internal static class PoolDumpxmlCommand
{
    internal static Command Definition => new("pool-dumpxml", RunAsync)
    {
        Help = "pool information in XML",
        Description = "Output the pool information as an XML dump to stdout.",
        Options =
        [
            Option.Data("pool", "pool name or uuid", Completers.Pools()),
            Option.Flag("inactive", "show inactive defined XML"),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("inactive", VirStorageXMLFlags.VIR_STORAGE_XML_INACTIVE);
        var pool = await shell.PoolAsync(arguments);
        XmlSelection.Print(shell, arguments, await pool.GetXmlDescAsync(flags));
    }
}
