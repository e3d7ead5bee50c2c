using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainAuthorizedSSHKeysSetFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh set-user-sshkeys</c>: manipulate authorized SSH keys file for given user (via agent).</summary>
internal static class SetUserSshkeysCommand
{
    internal static Command Definition => new("set-user-sshkeys", RunAsync)
    {
        Help = "manipulate authorized SSH keys file for given user (via agent)",
        Description = "Append, reset or remove specified key from the authorized keys file for given user",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("user", "user to set authorized keys for"),
            Option.Text("file", "optional file to read keys from", Completers.Files),
            Option.Flag("reset", "clear out authorized keys file before adding new keys"),
            Option.Flag("remove", "remove keys from the authorized keys file"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Requires("remove", "file");
        arguments.Exclusive("reset", "remove");
        var domain = await shell.DomainAsync(arguments);
        var file = arguments.Text("file");
        VirDomainAuthorizedSSHKeysSetFlags flags = 0;
        if (arguments.Has("remove"))
        {
            flags = VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE;
        }
        else if (!arguments.Has("reset"))
        {
            flags = VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND;
            if (file is null)
            {
                throw new CommandFailure("Option --file is required");
            }
        }

        var keys = file is null ? [] : LocalFile.Read(file).Split('\n');
        await domain.AuthorizedSshKeysSetAsync(arguments.Needed("user"), keys, flags);
    }
}
