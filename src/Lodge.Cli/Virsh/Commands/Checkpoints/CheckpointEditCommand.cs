using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-edit</c>: edit XML for a checkpoint.</summary>
internal static class CheckpointEditCommand
{
    internal static Command Definition => new("checkpoint-edit", NotServed.RunAsync)
    {
        Help = "edit XML for a checkpoint",
        Description = "Edit the domain checkpoint XML for a named checkpoint",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT)),
            Option.Text("checkpointname", "checkpoint name", Completers.Checkpoints),
        ],
    };
}
