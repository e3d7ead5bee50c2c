namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domuuid</c>: convert a domain name or id to domain UUID.</summary>
internal static class DomuuidCommand
{
    internal static Command Definition => new("domuuid", RunAsync)
    {
        Help = "convert a domain name or id to domain UUID",
        Options =
        [
            Option.Data("domain", "domain id or name", Completers.Domains()),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments, DomainKeys.Name | DomainKeys.Id);
        shell.Print($"{domain.Uuid}\n");
    }
}
