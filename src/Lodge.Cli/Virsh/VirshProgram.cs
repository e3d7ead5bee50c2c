namespace Lodge.Cli.Virsh;

/// <summary>The <c>virsh</c> tool.</summary>
internal static class VirshProgram
{
    /// <summary>Runs it.</summary>
    /// <param name="programName">The name under which the program was called.</param>
    /// <param name="words">The words behind that name.</param>
    /// <returns>The exit status: 0 when the last command did its work, else 1.</returns>
    internal static async Task<int> RunAsync(string programName, string[] words)
    {
        using var output = new OutputStream(1);
        using var error = new OutputStream(2);
        await using var shell = new Shell(programName, output, error);
        try
        {
            return await RunAsync(shell, words) ? 0 : 1;
        }
        catch (CommandFailure failure)
        {
            CommandRunner.Tell(shell, failure);
            return 1;
        }
    }

    private static async Task<bool> RunAsync(Shell shell, string[] words)
    {
        if (new GlobalOptionReader(shell, words).Read() is not { } options)
        {
            return true;
        }

        shell.Options = options;
        TakeEnvironment(shell);
        var commands = options.Command switch
        {
            [] => null,
            [""] => throw new CommandFailure(),
            [var line] => CommandLine.Parse(new LineTokens(line)),
            _ => CommandLine.Parse(new ArgvTokens(options.Command)),
        };
        if (options.Uri is not null)
        {
            await shell.ConnectAsync(null, options.ReadOnly, announce: false);
        }
        else if (Environment.GetEnvironmentVariable("VIRSH_DEFAULT_CONNECT_URI") is { Length: > 0 } uri)
        {
            options.Uri = uri;
        }

        return commands is null
            ? await InteractiveSession.RunAsync(shell)
            : await CommandRunner.RunAsync(shell, commands);
    }

    private static void TakeEnvironment(Shell shell)
    {
        var options = shell.Options;
        if (options.Debug is null && Environment.GetEnvironmentVariable("VIRSH_DEBUG") is { } text)
        {
            if (NumberText.TrySigned(text, 0, GlobalOptions.DefaultDebug, out var level))
            {
                options.Debug = (int)level;
            }
            else
            {
                shell.Error("VIRSH_DEBUG not set with a valid numeric value");
            }
        }

        options.LogFile ??= Environment.GetEnvironmentVariable("VIRSH_LOG_FILE");
        shell.Log = options.LogFile is { Length: > 0 } path ? new LogFile(path) : null;
    }
}
