namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary>The commands that virsh lists under "Snapshot".</summary>
internal static class SnapshotsCommands
{
    internal static readonly CommandGroup Group = new("Snapshot", "snapshot",
    [
        new("snapshot-create", static () => SnapshotCreateCommand.Definition),
        new("snapshot-create-as", static () => SnapshotCreateAsCommand.Definition),
        new("snapshot-current", static () => SnapshotCurrentCommand.Definition),
        new("snapshot-delete", static () => SnapshotDeleteCommand.Definition),
        new("snapshot-dumpxml", static () => SnapshotDumpxmlCommand.Definition),
        new("snapshot-edit", static () => SnapshotEditCommand.Definition),
        new("snapshot-info", static () => SnapshotInfoCommand.Definition),
        new("snapshot-list", static () => SnapshotListCommand.Definition),
        new("snapshot-parent", static () => SnapshotParentCommand.Definition),
        new("snapshot-revert", static () => SnapshotRevertCommand.Definition),
    ]);
}
