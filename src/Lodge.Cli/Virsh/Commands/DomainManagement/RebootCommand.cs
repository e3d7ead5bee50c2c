using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainRebootFlagValues;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh reboot</c>: reboot a domain.</summary>
internal static class RebootCommand
{
    internal static Command Definition => new("reboot", RunAsync)
    {
        Help = "reboot a domain",
        Description = "Run a reboot command in the target domain.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("mode", "shutdown mode: acpi|agent|initctl|signal|paravirt", Completers.ShutdownModes),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = ShutdownModes.Parse(arguments.Text("mode"), "'signal' or 'paravirt'");
        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("domain");
        await domain.RebootAsync((VirDomainRebootFlagValues)flags).OrFail($"Failed to reboot domain '{name}'");
        shell.PrintExtra($"Domain '{name}' is being rebooted\n");
    }
}
