namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domname</c>: convert a domain id or UUID to domain name.</summary>
internal static class DomnameCommand
{
    internal static Command Definition => new("domname", RunAsync)
    {
        Help = "convert a domain id or UUID to domain name",
        Options =
        [
            Option.Data("domain", "domain id or uuid", Completers.DomainUuids),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments, DomainKeys.Id | DomainKeys.Uuid);
        shell.Print(domain.Name + "\n");
    }
}
