namespace Lodge.Cli.Virsh.Commands.Itself;

/// <summary><c>virsh quit</c>: quit this interactive terminal.</summary>
internal static class QuitCommand
{
    internal static Command Definition => new("quit", RunAsync)
    {
        Help = "quit this interactive terminal",
        IsOffline = true,
    };

    private static Task RunAsync(Shell shell, Arguments arguments)
    {
        shell.IsInteractive = false;
        return Task.CompletedTask;
    }
}
