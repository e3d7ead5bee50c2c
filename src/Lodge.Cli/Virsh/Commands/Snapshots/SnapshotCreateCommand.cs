using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirDomainSnapshotCreateFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-create</c>: Create a snapshot from XML.</summary>
internal static class SnapshotCreateCommand
{
    internal static Command Definition => new("snapshot-create", RunAsync)
    {
        Help = "Create a snapshot from XML",
        Description = "Create a snapshot (disk and RAM) from XML",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Text("xmlfile", "domain snapshot XML", Completers.Files),
            Option.Flag("redefine", "redefine metadata for existing snapshot"),
            Option.Flag("current", "with redefine, set current snapshot"),
            Option.Flag("no-metadata", "take snapshot but create no metadata"),
            Option.Flag("halt", "halt domain after snapshot is created"),
            Option.Flag("disk-only", "capture disk state but not vm state"),
            Option.Flag("reuse-external", "reuse any existing external files"),
            Option.Flag("quiesce", "quiesce guest's file systems"),
            Option.Flag("atomic", "require atomic operation"),
            Option.Flag("live", "take a live snapshot"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = SnapshotCreation.Flags(arguments)
            | arguments.Flag("redefine", VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE)
            | arguments.Flag("current", VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT);
        var domain = await shell.DomainAsync(arguments);
        var file = arguments.Text("xmlfile");
        var xml = file is null ? "<domainsnapshot/>" : LocalFile.Read(file);
        var snapshot = await domain.CreateSnapshotXmlAsync(xml, flags);
        shell.PrintExtra(file is null
            ? $"Domain snapshot {snapshot.Name} created"
            : $"Domain snapshot {snapshot.Name} created from '{file}'");
    }
}
