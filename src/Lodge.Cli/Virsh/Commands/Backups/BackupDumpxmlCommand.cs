using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Backups;

/// <summary><c>virsh backup-dumpxml</c>: Dump XML for an ongoing domain block backup job.</summary>
internal static class BackupDumpxmlCommand
{
    internal static Command Definition => new("backup-dumpxml", RunAsync)
    {
        Help = "Dump XML for an ongoing domain block backup job",
        Description = "Backup Dump XML",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        XmlSelection.Print(shell, arguments, await domain.BackupGetXmlDescAsync());
    }
}
