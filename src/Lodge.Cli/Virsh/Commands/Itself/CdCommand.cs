namespace Lodge.Cli.Virsh.Commands.Itself;

/// <summary><c>virsh cd</c>: change the current directory.</summary>
internal static class CdCommand
{
    internal static Command Definition => new("cd", RunAsync)
    {
        Help = "change the current directory",
        Description = "Change the current directory.",
        Options =
        [
            Option.Text("dir", "directory to switch to (default: home or else root)"),
        ],
        IsOffline = true,
    };

    private static Task RunAsync(Shell shell, Arguments arguments)
    {
        if (!shell.IsInteractive)
        {
            throw new CommandFailure("cd: command valid only in interactive mode");
        }

        var directory = arguments.TextQuiet("dir") ?? Environment.GetEnvironmentVariable("HOME") ?? "/";
        try
        {
            Directory.SetCurrentDirectory(directory);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var reason = error switch
            {
                DirectoryNotFoundException => "No such file or directory",
                UnauthorizedAccessException => "Permission denied",
                _ => "Not a directory",
            };
            throw new CommandFailure($"cd: {reason}: {directory}");
        }
        return Task.CompletedTask;
    }
}
