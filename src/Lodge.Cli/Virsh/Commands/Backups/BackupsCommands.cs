namespace Lodge.Cli.Virsh.Commands.Backups;

/// <summary>The commands that virsh lists under "Backup".</summary>
internal static class BackupsCommands
{
    internal static readonly CommandGroup Group = new("Backup", "backup",
    [
        new("backup-begin", static () => BackupBeginCommand.Definition),
        new("backup-dumpxml", static () => BackupDumpxmlCommand.Definition),
    ]);
}
