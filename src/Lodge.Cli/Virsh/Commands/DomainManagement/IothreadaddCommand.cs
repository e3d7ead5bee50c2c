namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh iothreadadd</c>: add an IOThread to the guest domain.</summary>
internal static class IothreadaddCommand
{
    internal static Command Definition => new("iothreadadd", RunAsync)
    {
        Help = "add an IOThread to the guest domain",
        Description = "Add an IOThread to the guest domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Number("id", "iothread for the new IOThread") with { Required = true },
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        await domain.AddIOThreadAsync(IOThreadId.Read(arguments), impact);
    }
}
