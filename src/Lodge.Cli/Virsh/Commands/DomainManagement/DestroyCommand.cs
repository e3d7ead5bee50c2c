using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainDestroyFlagsValues;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh destroy</c>: destroy (stop) a domain.</summary>
internal static class DestroyCommand
{
    internal static Command Definition => new("destroy", RunAsync)
    {
        Help = "destroy (stop) a domain",
        Description = "Forcefully stop a given domain, but leave its resources intact.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Flag("graceful", "terminate gracefully"),
            Option.Flag("remove-logs", "remove domain logs"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("domain");
        var flags = arguments.Flag("graceful", VIR_DOMAIN_DESTROY_GRACEFUL)
            | arguments.Flag("remove-logs", VIR_DOMAIN_DESTROY_REMOVE_LOGS);
        await (flags == 0 ? domain.DestroyAsync() : domain.DestroyFlagsAsync(flags))
            .OrFail($"Failed to destroy domain '{name}'");
        shell.PrintExtra($"Domain '{name}' destroyed\n");
    }
}
