using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh set-user-password</c>: set the user password inside the domain.</summary>
internal static class SetUserPasswordCommand
{
    internal static Command Definition => new("set-user-password", RunAsync)
    {
        Help = "set the user password inside the domain",
        Description = "changes the password of the specified user inside the domain",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("user", "the username"),
            Option.Data("password", "the new password"),
            Option.Flag("encrypted", "the password is already encrypted"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("encrypted", VirDomainSetUserPasswordFlags.VIR_DOMAIN_PASSWORD_ENCRYPTED);
        var user = arguments.Needed("user");
        var password = arguments.Needed("password");
        var domain = await shell.DomainAsync(arguments);
        await domain.SetUserPasswordAsync(user, password, flags);
        shell.PrintExtra($"Password set successfully for {user} in {arguments.Needed("domain")}");
    }
}
