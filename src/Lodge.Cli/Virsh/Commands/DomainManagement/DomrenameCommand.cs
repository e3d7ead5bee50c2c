using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domrename</c>: rename a domain.</summary>
internal static class DomrenameCommand
{
    internal static Command Definition => new("domrename", RunAsync)
    {
        Help = "rename a domain",
        Description = "Rename an inactive domain.",
        Options =
        [
            Option.Data("domain", "domain name or uuid", Completers.Domains(VIR_CONNECT_LIST_DOMAINS_INACTIVE)),
            Option.Data("new-name", "new domain name"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        await domain.RenameAsync(arguments.Needed("new-name"));
        shell.PrintExtra("Domain successfully renamed\n");
    }
}
