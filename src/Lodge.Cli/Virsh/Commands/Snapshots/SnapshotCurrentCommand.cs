using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-current</c>: Get or set the current snapshot.</summary>
internal static class SnapshotCurrentCommand
{
    internal static Command Definition => new("snapshot-current", NotServed.RunAsync)
    {
        Help = "Get or set the current snapshot",
        Description = "Get or set the current snapshot",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT)),
            Option.Flag("name", "list the name, rather than the full xml"),
            Option.Flag("security-info", "include security sensitive information in XML dump"),
            Option.Text("snapshotname", "name of existing snapshot to make current", Completers.Snapshots),
        ],
    };
}
