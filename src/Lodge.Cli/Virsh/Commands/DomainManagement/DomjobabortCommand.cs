using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domjobabort</c>: abort active domain job.</summary>
internal static class DomjobabortCommand
{
    internal static Command Definition => new("domjobabort", RunAsync)
    {
        Help = "abort active domain job",
        Description = "Aborts the currently running domain job",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Flag("postcopy", "interrupt post-copy migration"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        if (arguments.Has("postcopy"))
        {
            await domain.AbortJobFlagsAsync(VirDomainAbortJobFlagsValues.VIR_DOMAIN_ABORT_JOB_POSTCOPY);
        }
        else
        {
            await domain.AbortJobAsync();
        }
    }
}
