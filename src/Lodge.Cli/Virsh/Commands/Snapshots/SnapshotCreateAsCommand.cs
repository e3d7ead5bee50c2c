namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-create-as</c>: Create a snapshot from a set of args.</summary>
internal static class SnapshotCreateAsCommand
{
    internal static Command Definition => new("snapshot-create-as", RunAsync)
    {
        Help = "Create a snapshot from a set of args",
        Description = "Create a snapshot (disk and RAM) from arguments",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Text("name", "name of snapshot"),
            Option.Text("description", "description of snapshot"),
            Option.Flag("print-xml", "print XML document rather than create"),
            Option.Flag("no-metadata", "take snapshot but create no metadata"),
            Option.Flag("halt", "halt domain after snapshot is created"),
            Option.Flag("disk-only", "capture disk state but not vm state"),
            Option.Flag("reuse-external", "reuse any existing external files"),
            Option.Flag("quiesce", "quiesce guest's file systems"),
            Option.Flag("atomic", "require atomic operation"),
            Option.Flag("live", "take a live snapshot"),
            Option.Flag("validate", "validate the XML against the schema"),
            Option.Text("memspec", "memory attributes: [file=]name[,snapshot=type]") with { NameNeeded = true },
            Option.Rest("diskspec", "disk attributes: disk[,snapshot=type][,driver=type][,stype=type][,file=name]"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = SnapshotCreation.Flags(arguments);
        var domain = await shell.DomainAsync(arguments);
        var xml = SnapshotCreation.Compose(arguments);
        if (arguments.Has("print-xml"))
        {
            shell.Print(xml + "\n");
            return;
        }

        var snapshot = await domain.CreateSnapshotXmlAsync(xml, flags);
        shell.PrintExtra($"Domain snapshot {snapshot.Name} created");
    }
}
