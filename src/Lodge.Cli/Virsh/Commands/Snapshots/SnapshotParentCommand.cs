using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-parent</c>: Get the name of the parent of a snapshot.</summary>
internal static class SnapshotParentCommand
{
    internal static Command Definition => new("snapshot-parent", NotServed.RunAsync)
    {
        Help = "Get the name of the parent of a snapshot",
        Description = "Extract the snapshot's parent, if any",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT)),
            Option.Text("snapshotname", "find parent of snapshot name", Completers.Snapshots),
            Option.Flag("current", "find parent of current snapshot"),
        ],
    };
}
