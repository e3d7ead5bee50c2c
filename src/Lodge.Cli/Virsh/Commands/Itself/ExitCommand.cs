namespace Lodge.Cli.Virsh.Commands.Itself;

/// <summary><c>virsh exit</c>: quit this interactive terminal.</summary>
internal static class ExitCommand
{
    internal static Command Definition => new("exit", RunAsync)
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
