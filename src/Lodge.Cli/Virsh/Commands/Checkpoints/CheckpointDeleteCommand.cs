using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainCheckpointDeleteFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-delete</c>: Delete a domain checkpoint.</summary>
internal static class CheckpointDeleteCommand
{
    internal static Command Definition => new("checkpoint-delete", RunAsync)
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

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var checkpoint = await domain.LookupCheckpointByNameAsync(arguments.Needed("checkpointname"));
        var flags = arguments.Flag("children", VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN)
            | arguments.Flag("children-only", VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY)
            | arguments.Flag("metadata", VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY);
        await checkpoint.DeleteAsync(flags).OrFail($"Failed to delete checkpoint {checkpoint.Name}");
        shell.PrintExtra(
            $"Domain checkpoint {checkpoint.Name} {(arguments.Has("children-only") ? "children " : "")}deleted\n");
    }
}
