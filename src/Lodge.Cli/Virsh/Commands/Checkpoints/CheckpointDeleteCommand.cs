using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-delete</c>: Delete a domain checkpoint.</summary>
internal static class CheckpointDeleteCommand
{
    internal static Command Definition => new("checkpoint-delete", NotServed.RunAsync)
    {
        Help = "Delete a domain checkpoint",
        Description = "Checkpoint Delete",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT
                | VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("checkpointname", "checkpoint name", Completers.Checkpoints),
            Option.Flag("children", "delete checkpoint and all children"),
            Option.Flag("children-only", "delete children but not checkpoint"),
            Option.Flag("metadata", "delete only libvirt metadata, leaving checkpoint contents behind"),
        ],
    };
}
