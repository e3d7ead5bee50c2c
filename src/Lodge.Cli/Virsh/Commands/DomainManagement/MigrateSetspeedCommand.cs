using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh migrate-setspeed</c>: Set the maximum migration bandwidth.</summary>
internal static class MigrateSetspeedCommand
{
    internal static Command Definition => new("migrate-setspeed", RunAsync)
    {
        Help = "Set the maximum migration bandwidth",
        Description =
            "Set the maximum migration bandwidth (in MiB/s) for a domain which is being migrated to "
            + "another host.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Number("bandwidth", "migration bandwidth limit in MiB/s") with { Required = true },
            Option.Flag("postcopy", "set post-copy migration bandwidth"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var flags = arguments.Flag("postcopy", VirDomainMigrateMaxSpeedFlags.VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY);
        await domain.MigrateSetMaxSpeedAsync(arguments.UInt64Wrapped("bandwidth") ?? 0, flags);
    }
}
