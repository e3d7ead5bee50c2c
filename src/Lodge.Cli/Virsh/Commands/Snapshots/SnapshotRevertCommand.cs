using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainSnapshotRevertFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-revert</c>: Revert a domain to a snapshot.</summary>
internal static class SnapshotRevertCommand
{
    internal static Command Definition => new("snapshot-revert", RunAsync)
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

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("running", VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING)
            | arguments.Flag("paused", VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED)
            | arguments.Flag("reset-nvram", VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM);
        var domain = await shell.DomainAsync(arguments);
        var snapshot = await SnapshotLookup.FindAsync(arguments, domain, "snapshotname");
        var complaint = $"Failed to revert snapshot {snapshot.Name}";
        try
        {
            await snapshot.RevertAsync(flags);
        }
        catch (VirException error) when (arguments.Has("force")
            && error.Code == VirErrorNumber.VIR_ERR_SNAPSHOT_REVERT_RISKY)
        {
            await snapshot.RevertAsync(flags | VIR_DOMAIN_SNAPSHOT_REVERT_FORCE).OrFail(complaint);
        }
        catch (VirException error)
        {
            throw new CommandFailure(complaint, error);
        }

        shell.PrintExtra($"Domain snapshot {snapshot.Name} reverted\n");
    }
}
