using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domhostname</c>: print the domain's hostname.</summary>
internal static class DomhostnameCommand
{
    internal static Command Definition => new("domhostname", RunAsync)
    {
        Help = "print the domain's hostname",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("source", "address source: 'lease' or 'agent'", Completers.HostnameSources),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var flags = arguments.Text("source") switch
        {
            null => (VirDomainGetHostnameFlags)0,
            "agent" => VirDomainGetHostnameFlags.VIR_DOMAIN_GET_HOSTNAME_AGENT,
            "lease" => VirDomainGetHostnameFlags.VIR_DOMAIN_GET_HOSTNAME_LEASE,
            var other => throw new CommandFailure($"Unknown data source '{other}'"),
        };
        shell.Print(await domain.GetHostnameAsync(flags).OrFail("failed to get hostname") + "\n");
    }
}
