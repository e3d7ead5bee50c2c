using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh migrate-postcopy</c>: Switch running migration from pre-copy to post-copy.</summary>
internal static class MigratePostcopyCommand
{
    internal static Command Definition => new("migrate-postcopy", RunAsync)
    {
        Help = "Switch running migration from pre-copy to post-copy",
        Description =
            "Switch running migration from pre-copy to post-copy. The migration must have been started "
            + "with --postcopy option.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        await domain.MigrateStartPostCopyAsync();
    }
}
