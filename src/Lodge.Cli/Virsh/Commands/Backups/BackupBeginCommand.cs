using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Backups;

/// <summary><c>virsh backup-begin</c>: Start a disk backup of a live domain.</summary>
internal static class BackupBeginCommand
{
    internal static Command Definition => new("backup-begin", RunAsync)
    {
        Help = "Start a disk backup of a live domain",
        Description =
            "Use XML to start a full or incremental disk backup of a live domain, optionally creating a "
            + "checkpoint",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("backupxml", "domain backup XML", Completers.Files),
            Option.Text("checkpointxml", "domain checkpoint XML", Completers.Files),
            Option.Flag("reuse-external", "reuse files provided by caller"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("reuse-external", VirDomainBackupBeginFlags.VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL);
        var domain = await shell.DomainAsync(arguments);
        var backup = arguments.Text("backupxml") is { } file ? LocalFile.Read(file) : "<domainbackup/>";
        var checkpoint = arguments.Text("checkpointxml") is { } checkpointFile ? LocalFile.Read(checkpointFile) : null;
        await domain.BackupBeginAsync(backup, checkpoint, flags);
        shell.Print("Backup started\n");
    }
}
