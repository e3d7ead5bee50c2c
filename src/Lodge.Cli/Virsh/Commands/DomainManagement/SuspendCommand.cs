using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh suspend</c>: suspend a domain.</summary>
internal static class SuspendCommand
{
    internal static Command Definition => new("suspend", RunAsync)
    {
        Help = "suspend a domain",
        Description = "Suspend a running domain.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_RUNNING)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("domain");
        await domain.SuspendAsync().OrFail($"Failed to suspend domain '{name}'");
        shell.PrintExtra($"Domain '{name}' suspended\n");
    }
}
