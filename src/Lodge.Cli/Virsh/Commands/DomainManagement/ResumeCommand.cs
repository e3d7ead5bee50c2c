using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh resume</c>: resume a domain.</summary>
internal static class ResumeCommand
{
    internal static Command Definition => new("resume", RunAsync)
    {
        Help = "resume a domain",
        Description = "Resume a previously suspended domain.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_PAUSED)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("domain");
        await domain.ResumeAsync().OrFail($"Failed to resume domain '{name}'");
        shell.PrintExtra($"Domain '{name}' resumed\n");
    }
}
