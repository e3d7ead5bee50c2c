using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh inject-nmi</c>: Inject NMI to the guest.</summary>
internal static class InjectNmiCommand
{
    internal static Command Definition => new("inject-nmi", RunAsync)
    {
        Help = "Inject NMI to the guest",
        Description = "Inject NMI to the guest domain.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        await domain.InjectNmiAsync();
    }
}
