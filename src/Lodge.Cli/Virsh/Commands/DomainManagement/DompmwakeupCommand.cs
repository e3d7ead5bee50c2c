using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh dompmwakeup</c>: wakeup a domain from pmsuspended state.</summary>
internal static class DompmwakeupCommand
{
    internal static Command Definition => new("dompmwakeup", RunAsync)
    {
        Help = "wakeup a domain from pmsuspended state",
        Description = "Wakeup a domain that was previously suspended by power management.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_OTHER)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        await domain.PMWakeupAsync().OrFail($"Domain '{domain.Name}' could not be woken up");
        shell.PrintExtra($"Domain '{domain.Name}' successfully woken up");
    }
}
