using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-parent</c>: Get the name of the parent of a checkpoint.</summary>
internal static class CheckpointParentCommand
{
    internal static Command Definition => new("checkpoint-parent", NotServed.RunAsync)
    {
        Help = "Get the name of the parent of a checkpoint",
        Description = "Extract the checkpoint's parent, if any",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT)),
            Option.Text("checkpointname", "find parent of checkpoint name", Completers.Checkpoints),
        ],
    };
}
