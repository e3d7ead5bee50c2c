using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh migrate-getmaxdowntime</c>: get maximum tolerable downtime.</summary>
internal static class MigrateGetmaxdowntimeCommand
{
    internal static Command Definition => new("migrate-getmaxdowntime", RunAsync)
    {
        Help = "get maximum tolerable downtime",
        Description = "Get maximum tolerable downtime of a domain which is being live-migrated to another host.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        shell.Print($"{await domain.MigrateGetMaxDowntimeAsync()}\n");
    }
}
