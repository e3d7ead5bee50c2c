namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary>The commands that virsh lists under "Checkpoint".</summary>
internal static class CheckpointsCommands
{
    internal static readonly CommandGroup Group = new("Checkpoint", "checkpoint",
    [
        new("checkpoint-create", static () => CheckpointCreateCommand.Definition),
        new("checkpoint-create-as", static () => CheckpointCreateAsCommand.Definition),
        new("checkpoint-delete", static () => CheckpointDeleteCommand.Definition),
        new("checkpoint-dumpxml", static () => CheckpointDumpxmlCommand.Definition),
        new("checkpoint-edit", static () => CheckpointEditCommand.Definition),
        new("checkpoint-info", static () => CheckpointInfoCommand.Definition),
        new("checkpoint-list", static () => CheckpointListCommand.Definition),
        new("checkpoint-parent", static () => CheckpointParentCommand.Definition),
    ]);
}
