using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-list</c>: List checkpoints for a domain.</summary>
internal static class CheckpointListCommand
{
    internal static Command Definition => new("checkpoint-list", NotServed.RunAsync)
    {
        Help = "List checkpoints for a domain",
        Description = "Checkpoint List",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT)),
            Option.Flag("parent", "add a column showing parent checkpoint"),
            Option.Flag("roots", "list only checkpoints without parents"),
            Option.Flag("leaves", "list only checkpoints without children"),
            Option.Flag("no-leaves", "list only checkpoints that are not leaves (with children)"),
            Option.Flag("tree", "list checkpoints in a tree"),
            Option.Text("from", "limit list to children of given checkpoint", Completers.Checkpoints),
            Option.Flag("descendants", "with --from, list all descendants"),
            Option.Flag("name", "list checkpoint names only"),
            Option.Flag("topological", "sort list topologically rather than by name"),
        ],
    };
}
