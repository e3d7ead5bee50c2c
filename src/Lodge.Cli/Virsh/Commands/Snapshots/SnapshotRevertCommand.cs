using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-revert</c>: Revert a domain to a snapshot.</summary>
internal static class SnapshotRevertCommand
{
    internal static Command Definition => new("snapshot-revert", NotServed.RunAsync)
    {
        Help = "Revert a domain to a snapshot",
        Description = "Revert domain to snapshot",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT)),
            Option.Text("snapshotname", "snapshot name", Completers.Snapshots),
            Option.Flag("current", "revert to current snapshot"),
            Option.Flag("running", "after reverting, change state to running"),
            Option.Flag("paused", "after reverting, change state to paused"),
            Option.Flag("force", "try harder on risky reverts"),
            Option.Flag("reset-nvram", "re-initialize NVRAM from its pristine template"),
        ],
    };
}
