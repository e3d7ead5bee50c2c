using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh get-user-sshkeys</c>: list authorized SSH keys for given user (via agent).</summary>
internal static class GetUserSshkeysCommand
{
    internal static Command Definition => new("get-user-sshkeys", RunAsync)
    {
        Help = "list authorized SSH keys for given user (via agent)",
        Description = "Use the guest agent to query authorized SSH keys for given user",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("user", "user to list authorized keys for"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var keys = await domain.AuthorizedSshKeysGetAsync(arguments.Needed("user"));
        shell.Print(string.Concat(keys));
    }
}
