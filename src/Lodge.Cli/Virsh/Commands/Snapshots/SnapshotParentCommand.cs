using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-parent</c>: Get the name of the parent of a snapshot.</summary>
internal static class SnapshotParentCommand
{
    internal static Command Definition => new("snapshot-parent", RunAsync)
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

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var snapshot = await SnapshotLookup.FindAsync(arguments, domain, "snapshotname");
        try
        {
            shell.Print((await snapshot.GetParentAsync()).Name);
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_NO_DOMAIN_SNAPSHOT)
        {
            throw new CommandFailure($"snapshot '{snapshot.Name}' has no parent");
        }
    }
}
