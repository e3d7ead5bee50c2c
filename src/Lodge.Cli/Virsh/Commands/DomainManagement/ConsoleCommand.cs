using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh console</c>: connect to the guest console.</summary>
internal static class ConsoleCommand
{
    internal static Command Definition => new("console", RunAsync)
    {
        Help = "connect to the guest console",
        Description = "Connect the virtual serial console for the guest",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("devname", "character device name"),
            Option.Flag("force", "force console connection (disconnect already connected sessions)"),
            Option.Flag("safe", "only connect if safe console handling is supported"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("force", VirDomainConsoleFlags.VIR_DOMAIN_CONSOLE_FORCE)
            | arguments.Flag("safe", VirDomainConsoleFlags.VIR_DOMAIN_CONSOLE_SAFE);
        var domain = await shell.DomainAsync(arguments);
        await ConsoleSession.RunAsync(shell, domain, arguments.Text("devname"), flags);
    }
}
