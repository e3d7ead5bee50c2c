using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh migrate-setmaxdowntime</c>: set maximum tolerable downtime.</summary>
internal static class MigrateSetmaxdowntimeCommand
{
    internal static Command Definition => new("migrate-setmaxdowntime", RunAsync)
    {
        Help = "set maximum tolerable downtime",
        Description = "Set maximum tolerable downtime of a domain which is being live-migrated to another host.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Number("downtime", "maximum tolerable downtime (in milliseconds) for migration")
                with { Required = true },
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var downtime = arguments.UInt64("downtime") ?? 0;
        if (downtime < 1)
        {
            throw new CommandFailure("migrate: Invalid downtime");
        }

        await domain.MigrateSetMaxDowntimeAsync(downtime);
    }
}
