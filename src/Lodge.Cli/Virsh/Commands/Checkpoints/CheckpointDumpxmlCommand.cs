using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-dumpxml</c>: Dump XML for a domain checkpoint.</summary>
internal static class CheckpointDumpxmlCommand
{
    internal static Command Definition => new("checkpoint-dumpxml", NotServed.RunAsync)
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
}
