using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-info</c>: checkpoint information.</summary>
internal static class CheckpointInfoCommand
{
    internal static Command Definition => new("checkpoint-info", NotServed.RunAsync)
    {
        Help = "checkpoint information",
        Description = "Returns basic information about a checkpoint.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT)),
            Option.Text("checkpointname", "checkpoint name", Completers.Checkpoints),
        ],
    };
}
