namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh iothreaddel</c>: delete an IOThread from the guest domain.</summary>
internal static class IothreaddelCommand
{
    internal static Command Definition => new("iothreaddel", RunAsync)
    {
        Help = "delete an IOThread from the guest domain",
        Description = "Delete an IOThread from the guest domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Number("id", "iothread_id for the IOThread to delete") with { Required = true },
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        await domain.DelIOThreadAsync(IOThreadId.Read(arguments), impact);
    }
}
