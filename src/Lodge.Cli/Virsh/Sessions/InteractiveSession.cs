namespace Lodge.Cli.Virsh.Sessions;

/// <summary>Virsh's own prompt: reads lines, keeps a history and runs what a person types.</summary>
internal static class InteractiveSession
{
    private const string Prompt = "virsh # ";
    private const string ReadOnlyPrompt = "virsh > ";

    /// <summary>Runs until the input ends or a command quits.</summary>
    /// <returns>Whether the last command did its work.</returns>
    internal static async Task<bool> RunAsync(Shell shell)
    {
        shell.IsInteractive = true;
        shell.PrintExtra(
            $"Welcome to {shell.ProgramName}, the virtualization interactive terminal.\n\n"
            + "Type:  'help' for help with commands\n       'quit' to quit\n\n");

        var history = History.Load();
        var editor = new LineEditor(shell.PrintNow, history, line => LineCompletion.Complete(shell, line));
        var succeeded = true;
        while (shell.IsInteractive)
        {
            shell.Flush();
            if (editor.ReadLine(shell.IsReadOnly ? ReadOnlyPrompt : Prompt) is not { } line)
            {
                break;
            }

            if (line.Length > 0)
            {
                history.Add(line);
                succeeded = await RunLineAsync(shell, line);
            }
        }

        shell.Print("\n");
        history.Save();
        return succeeded;
    }

    private static async Task<bool> RunLineAsync(Shell shell, string line)
    {
        try
        {
            return await CommandRunner.RunAsync(shell, CommandLine.Parse(new LineTokens(line)));
        }
        catch (CommandFailure failure)
        {
            CommandRunner.Tell(shell, failure);
            return true;
        }
    }
}
