using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-delete</c>: Delete a domain snapshot.</summary>
internal static class SnapshotDeleteCommand
{
    internal static Command Definition => new("snapshot-delete", NotServed.RunAsync)
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
}
