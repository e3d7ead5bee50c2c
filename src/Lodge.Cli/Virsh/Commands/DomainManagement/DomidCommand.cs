using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domid</c>: convert a domain name or UUID to domain id.</summary>
internal static class DomidCommand
{
    internal static Command Definition => new("domid", RunAsync)
    {
        Help = "convert a domain name or UUID to domain id",
        Options =
        [
            Option.Data("domain", "domain name or uuid", Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments, DomainKeys.Name | DomainKeys.Uuid);
        shell.Print(domain.Id < 0 ? "-\n" : $"{domain.Id}\n");
    }
}
