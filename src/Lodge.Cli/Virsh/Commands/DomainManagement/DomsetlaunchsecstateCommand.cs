using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domsetlaunchsecstate</c>: Set domain launch security state.</summary>
internal static class DomsetlaunchsecstateCommand
{
    internal static Command Definition => new("domsetlaunchsecstate", RunAsync)
    {
        Help = "Set domain launch security state",
        Description = "Set a secret in the guest domain's memory",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Text("secrethdr", "path to file containing the secret header") with { NameNeeded = true },
            Option.Text("secret", "path to file containing the secret") with { NameNeeded = true },
            Option.Number("set-address", "physical address within the guest domain's memory to set the secret"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        const int MostBytes = 64 * 1024;
        var domain = await shell.DomainAsync(arguments);
        var headerFile = arguments.Text("secrethdr");
        var secretFile = arguments.Text("secret");
        if (headerFile is null || secretFile is null)
        {
            throw new CommandFailure("Both secret and the secret header are required");
        }

        var parameters = new ParameterList()
            .AddString(
                VirConstants.VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER, LocalFile.Read(headerFile, MostBytes))
            .AddString(VirConstants.VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET, LocalFile.Read(secretFile, MostBytes))
            .AddUInt64(
                VirConstants.VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS, arguments.UInt64("set-address"))
            .ToArray();
        await domain.SetLaunchSecurityStateAsync(parameters).OrFail("Unable to set launch security state");
    }
}
