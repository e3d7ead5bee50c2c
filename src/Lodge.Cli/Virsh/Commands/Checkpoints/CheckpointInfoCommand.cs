using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-info</c>: checkpoint information.</summary>
internal static class CheckpointInfoCommand
{
    internal static Command Definition => new("checkpoint-info", RunAsync)
    {
        Help = "checkpoint information",
        Description = "Returns basic information about a checkpoint.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT)),
            Option.Text("checkpointname", "checkpoint name", Completers.Checkpoints),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var checkpoint = await domain.LookupCheckpointByNameAsync(arguments.Needed("checkpointname"));
        shell.PrintField("Name:", checkpoint.Name);
        shell.PrintField("Domain:", domain.Name);
        shell.PrintField("Parent:", await CheckpointLookup.ParentAsync(checkpoint) ?? "-");
        shell.PrintField("Children:", (await checkpoint.ListAllChildrenAsync()).Count);
        shell.PrintField("Descendants:", (await checkpoint.ListAllChildrenAsync(
            VirDomainCheckpointListFlags.VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS)).Count);
    }
}
