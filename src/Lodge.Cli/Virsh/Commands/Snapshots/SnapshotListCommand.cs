using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-list</c>: List snapshots for a domain.</summary>
internal static class SnapshotListCommand
{
    internal static Command Definition => new("snapshot-list", NotServed.RunAsync)
    {
        Help = "List snapshots for a domain",
        Description = "Snapshot List",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT)),
            Option.Flag("parent", "add a column showing parent snapshot"),
            Option.Flag("roots", "list only snapshots without parents"),
            Option.Flag("leaves", "list only snapshots without children"),
            Option.Flag("no-leaves", "list only snapshots that are not leaves (with children)"),
            Option.Flag("metadata", "list only snapshots that have metadata that would prevent undefine"),
            Option.Flag("no-metadata", "list only snapshots that have no metadata managed by libvirt"),
            Option.Flag("inactive", "filter by snapshots taken while inactive"),
            Option.Flag("active", "filter by snapshots taken while active (full system snapshots)"),
            Option.Flag("disk-only", "filter by disk-only snapshots"),
            Option.Flag("internal", "filter by internal snapshots"),
            Option.Flag("external", "filter by external snapshots"),
            Option.Flag("tree", "list snapshots in a tree"),
            Option.Text("from", "limit list to children of given snapshot", Completers.Snapshots),
            Option.Flag("current", "limit list to children of current snapshot"),
            Option.Flag("descendants", "with --from, list all descendants"),
            Option.Flag("name", "list snapshot names only"),
            Option.Flag("topological", "sort list topologically rather than by name"),
        ],
    };
}
