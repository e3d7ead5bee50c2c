using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainSnapshotCreateFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-edit</c>: edit XML for a snapshot.</summary>
internal static class SnapshotEditCommand
{
    internal static Command Definition => new("snapshot-edit", RunAsync)
    {
        Help = "edit XML for a snapshot",
        Description = "Edit the domain snapshot XML for a named snapshot",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT)),
            Option.Text("snapshotname", "snapshot name", Completers.Snapshots),
            Option.Flag("current", "also set edited snapshot as current"),
            Option.Flag("rename", "allow renaming an existing snapshot"),
            Option.Flag("clone", "allow cloning to new name"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var (isRename, isClone) = (arguments.Has("rename"), arguments.Has("clone"));
        arguments.Exclusive("rename", "clone");
        var domain = await shell.DomainAsync(arguments);
        var (snapshot, isMadeCurrent) = await FindAsync(arguments, domain);
        var name = snapshot.Name;
        DomainSnapshot? edited = null;
        var xmlFlags = VirDomainSnapshotXMLFlags.VIR_DOMAIN_SNAPSHOT_XML_SECURE;

        async ValueTask WriteAsync(string xml)
        {
            var before = await snapshot.GetXmlDescAsync(xmlFlags);
            var flags = VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE
                | (isMadeCurrent ? VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT : 0)
                | (before.Contains("<state>disk-snapshot</state>", StringComparison.Ordinal)
                    ? VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY
                    : 0);
            edited = await domain.CreateSnapshotXmlAsync(xml, flags);
        }

        var isChanged = await Editor.ChangeAsync(shell, new XmlEdit
        {
            ReadAsync = () => snapshot.GetXmlDescAsync(xmlFlags),
            WriteAsync = (xml, _) => WriteAsync(xml),
        });
        if (!isChanged)
        {
            if (!isMadeCurrent)
            {
                shell.PrintExtra($"Snapshot {name} XML configuration not changed.\n");
                return;
            }

            await WriteAsync(await snapshot.GetXmlDescAsync(xmlFlags));
        }

        await FinishAsync(shell, snapshot, edited!, isRename, isClone);
    }

    private static async Task<(DomainSnapshot Snapshot, bool IsMadeCurrent)> FindAsync(
        Arguments arguments, Domain domain)
    {
        // Together the two options name a snapshot and make it the current one; either alone only finds it.
        if (arguments.Has("current") && arguments.Text("snapshotname") is { } name)
        {
            return (await domain.LookupSnapshotByNameAsync(name), true);
        }

        return (await SnapshotLookup.FindAsync(arguments, domain, "snapshotname"), false);
    }

    private static async Task FinishAsync(
        Shell shell, DomainSnapshot snapshot, DomainSnapshot edited, bool isRename, bool isClone)
    {
        if (edited.Name == snapshot.Name)
        {
            shell.PrintExtra($"Snapshot {snapshot.Name} edited.\n");
            return;
        }

        if (isClone)
        {
            shell.PrintExtra($"Snapshot {snapshot.Name} cloned to {edited.Name}.\n");
            return;
        }

        var superfluous = isRename ? snapshot : edited;
        await superfluous.DeleteAsync(VirDomainSnapshotDeleteFlags.VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY)
            .OrFail($"Failed to clean up {superfluous.Name}");
        if (!isRename)
        {
            shell.Error($"Must use --rename or --clone to change {snapshot.Name} to {edited.Name}");
            throw new CommandFailure($"Failed to update {snapshot.Name}");
        }
    }
}
