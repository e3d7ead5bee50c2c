using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainCheckpointXMLFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-dumpxml</c>: Dump XML for a domain checkpoint.</summary>
internal static class CheckpointDumpxmlCommand
{
    internal static Command Definition => new("checkpoint-dumpxml", RunAsync)
    {
        Help = "Dump XML for a domain checkpoint",
        Description = "Checkpoint Dump XML",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT)),
            Option.Text("checkpointname", "checkpoint name", Completers.Checkpoints),
            Option.Flag("security-info", "include security sensitive information in XML dump"),
            Option.Flag("no-domain", "exclude <domain> from XML"),
            Option.Flag("size", "include backup size estimate in XML dump"),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("security-info", VIR_DOMAIN_CHECKPOINT_XML_SECURE)
            | arguments.Flag("no-domain", VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN)
            | arguments.Flag("size", VIR_DOMAIN_CHECKPOINT_XML_SIZE);
        var domain = await shell.DomainAsync(arguments);
        var checkpoint = await domain.LookupCheckpointByNameAsync(arguments.Needed("checkpointname"));
        XmlSelection.Print(shell, arguments, await checkpoint.GetXmlDescAsync(flags));
    }
}
