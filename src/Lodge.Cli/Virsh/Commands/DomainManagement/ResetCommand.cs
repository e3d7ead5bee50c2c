using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh reset</c>: reset a domain.</summary>
internal static class ResetCommand
{
    internal static Command Definition => new("reset", RunAsync)
    {
        Help = "reset a domain",
        Description = "Reset the target domain as if by power button",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("domain");
        await domain.ResetAsync().OrFail($"Failed to reset domain '{name}'");
        shell.PrintExtra($"Domain '{name}' was reset\n");
    }
}
