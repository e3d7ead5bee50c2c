using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh shutdown</c>: gracefully shutdown a domain.</summary>
internal static class ShutdownCommand
{
    internal static Command Definition => new("shutdown", RunAsync)
    {
        Help = "gracefully shutdown a domain",
        Description = "Run shutdown in the target domain.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("mode", "shutdown mode: acpi|agent|initctl|signal|paravirt", Completers.ShutdownModes),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = ShutdownModes.Parse(arguments.Text("mode"), "'signal', or 'paravirt'");
        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("domain");
        var call = flags == 0 ? domain.ShutdownAsync() : domain.ShutdownFlagsAsync(flags);
        await call.OrFail($"Failed to shutdown domain '{name}'");
        shell.PrintExtra($"Domain '{name}' is being shutdown\n");
    }
}
