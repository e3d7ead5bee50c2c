using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainSnapshotDeleteFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-delete</c>: Delete a domain snapshot.</summary>
internal static class SnapshotDeleteCommand
{
    internal static Command Definition => new("snapshot-delete", RunAsync)
    {
        Help = "Delete a domain snapshot",
        Description = "Snapshot Delete",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT)),
            Option.Text("snapshotname", "snapshot name", Completers.Snapshots),
            Option.Flag("current", "delete current snapshot"),
            Option.Flag("children", "delete snapshot and all children"),
            Option.Flag("children-only", "delete children but not snapshot"),
            Option.Flag("metadata", "delete only libvirt metadata, leaving snapshot contents behind"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var snapshot = await SnapshotLookup.FindAsync(arguments, domain, "snapshotname");
        var flags = arguments.Flag("children", VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN)
            | arguments.Flag("children-only", VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY)
            | arguments.Flag("metadata", VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY);
        await snapshot.DeleteAsync(flags).OrFail($"Failed to delete snapshot {snapshot.Name}");
        shell.PrintExtra(
            $"Domain snapshot {snapshot.Name} {(arguments.Has("children-only") ? "children " : "")}deleted\n");
    }
}
