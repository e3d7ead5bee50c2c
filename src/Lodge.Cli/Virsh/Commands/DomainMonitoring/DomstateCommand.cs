namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh domstate</c>: domain state.</summary>
internal static class DomstateCommand
{
    internal static Command Definition => new("domstate", RunAsync)
    {
        Help = "domain state",
        Description = "Returns state about a domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Flag("reason", "also print reason for the state"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var (state, reason) = await DomainStates.OfAsync(domain);
        shell.Print(arguments.Has("reason")
            ? $"{DomainStateText.Of(state)} ({DomainStateText.Reason(state, reason)})\n"
            : $"{DomainStateText.Of(state)}\n");
    }
}
