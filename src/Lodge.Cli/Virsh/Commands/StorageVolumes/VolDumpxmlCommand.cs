using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-dumpxml</c>: vol information in XML.</summary>
internal static class VolDumpxmlCommand
{
    internal static Command Definition => new("vol-dumpxml", RunAsync)
    {
        Help = "vol information in XML",
        Description = "Output the vol information as an XML dump to stdout.",
        Options =
        [
            Option.Data("vol", "vol name, key or path", Completers.Volumes),
            Option.Text("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var volume = await shell.VolumeAsync(arguments);
        XmlSelection.Print(shell, arguments, await volume.GetXmlDescAsync());
    }
}
