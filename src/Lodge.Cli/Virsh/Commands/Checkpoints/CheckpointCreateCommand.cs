using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-create</c>: Create a checkpoint from XML.</summary>
internal static class CheckpointCreateCommand
{
    internal static Command Definition => new("checkpoint-create", NotServed.RunAsync)
    {
        Help = "Create a checkpoint from XML",
        Description = "Create a checkpoint from XML for use in future incremental backups",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("xmlfile", "domain checkpoint XML", Completers.Files),
            Option.Flag("redefine", "redefine metadata for existing checkpoint"),
            Option.Flag("redefine-validate", "validate the redefined checkpoint"),
            Option.Flag("quiesce", "quiesce guest's file systems"),
        ],
    };
}
