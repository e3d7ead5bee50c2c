using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-dumpxml</c>: Dump XML for a domain snapshot.</summary>
internal static class SnapshotDumpxmlCommand
{
    internal static Command Definition => new("snapshot-dumpxml", RunAsync)
    {
        Help = "Dump XML for a domain snapshot",
        Description = "Snapshot Dump XML",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT)),
            Option.Data("snapshotname", "snapshot name", Completers.Snapshots),
            Option.Flag("security-info", "include security sensitive information in XML dump"),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("security-info", VirDomainSnapshotXMLFlags.VIR_DOMAIN_SNAPSHOT_XML_SECURE);
        var name = arguments.Needed("snapshotname");
        var domain = await shell.DomainAsync(arguments);
        var snapshot = await domain.LookupSnapshotByNameAsync(name);
        XmlSelection.Print(shell, arguments, await snapshot.GetXmlDescAsync(flags));
    }
}
