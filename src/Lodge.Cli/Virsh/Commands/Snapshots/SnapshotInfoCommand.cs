using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-info</c>: snapshot information.</summary>
internal static class SnapshotInfoCommand
{
    internal static Command Definition => new("snapshot-info", NotServed.RunAsync)
    {
        Help = "snapshot information",
        Description = "Returns basic information about a snapshot.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT)),
            Option.Text("snapshotname", "snapshot name", Completers.Snapshots),
            Option.Flag("current", "info on current snapshot"),
        ],
    };
}
