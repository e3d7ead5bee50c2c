namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domlaunchsecinfo</c>: Get domain launch security info.</summary>
internal static class DomlaunchsecinfoCommand
{
    internal static Command Definition => new("domlaunchsecinfo", RunAsync)
    {
        Help = "Get domain launch security info",
        Description = "Get the launch security parameters for a guest domain",
        Options =
        [
            Option.Domain(Completers.Domains()),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        shell.PrintParameters(
            await domain.GetLaunchSecurityInfoAsync().OrFail("Unable to get launch security parameters"));
    }
}
