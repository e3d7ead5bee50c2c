using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-parent</c>: Get the name of the parent of a checkpoint.</summary>
internal static class CheckpointParentCommand
{
    internal static Command Definition => new("checkpoint-parent", RunAsync)
    {
        Help = "Get the name of the parent of a checkpoint",
        Description = "Extract the checkpoint's parent, if any",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT)),
            Option.Text("checkpointname", "find parent of checkpoint name", Completers.Checkpoints),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var checkpoint = await domain.LookupCheckpointByNameAsync(arguments.Needed("checkpointname"));
        shell.Print(await CheckpointLookup.ParentAsync(checkpoint)
            ?? throw new CommandFailure($"checkpoint '{checkpoint.Name}' has no parent"));
    }
}
