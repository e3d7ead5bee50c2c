using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh migrate-getspeed</c>: Get the maximum migration bandwidth.</summary>
internal static class MigrateGetspeedCommand
{
    internal static Command Definition => new("migrate-getspeed", RunAsync)
    {
        Help = "Get the maximum migration bandwidth",
        Description = "Get the maximum migration bandwidth (in MiB/s) for a domain.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Flag("postcopy", "get post-copy migration bandwidth"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var flags = arguments.Flag("postcopy", VirDomainMigrateMaxSpeedFlags.VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY);
        shell.Print($"{await domain.MigrateGetMaxSpeedAsync(flags)}\n");
    }
}
