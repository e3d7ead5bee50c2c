using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-edit</c>: edit XML for a snapshot.</summary>
internal static class SnapshotEditCommand
{
    internal static Command Definition => new("snapshot-edit", NotServed.RunAsync)
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
}
