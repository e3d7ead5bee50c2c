namespace Lodge.Cli.Virsh.Commands.Itself;

/// <summary><c>virsh pwd</c>: print the current directory.</summary>
internal static class PwdCommand
{
    internal static Command Definition => new("pwd", RunAsync)
    {
        Help = "print the current directory",
        Description = "Print the current directory.",
        IsOffline = true,
    };

    private static Task RunAsync(Shell shell, Arguments arguments)
    {
        shell.Print(Directory.GetCurrentDirectory() + "\n");
        return Task.CompletedTask;
    }
}
