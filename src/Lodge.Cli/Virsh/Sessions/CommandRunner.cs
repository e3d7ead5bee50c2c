using System.Diagnostics;

namespace Lodge.Cli.Virsh.Sessions;

/// <summary>Runs the commands of a line one after the other and tells what went wrong.</summary>
internal static class CommandRunner
{
    /// <summary>Runs them all; one that fails does not stop those after it.</summary>
    /// <returns>Whether the last one did its work.</returns>
    internal static async Task<bool> RunAsync(Shell shell, IEnumerable<ParsedCommand> commands)
    {
        var succeeded = true;
        foreach (var command in commands)
        {
            var before = Stopwatch.GetTimestamp();
            succeeded = await RunAsync(shell, command);
            if (command.Command!.Name is "quit" or "exit")
            {
                break;
            }

            if (shell.Options.Timing)
            {
                var elapsed = Stopwatch.GetElapsedTime(before).TotalMilliseconds;
                shell.Print(string.Create(CultureInfo.InvariantCulture, $"\n(Time: {elapsed:F3} ms)\n\n"));
            }
            else
            {
                shell.PrintExtra("\n");
            }

            shell.Flush();
        }

        return succeeded;
    }

    /// <summary>Tells a failure: its own line, then the daemon's.</summary>
    internal static void Tell(Shell shell, CommandFailure failure)
    {
        if (failure.HasMessage)
        {
            shell.Error(failure.Message);
        }

        if (failure.Reason is { } reason)
        {
            Tell(shell, reason);
        }
    }

    private static async Task<bool> RunAsync(Shell shell, ParsedCommand parsed)
    {
        var command = parsed.Command!;
        foreach (var given in parsed.Options)
        {
            var kind = given.Value is null ? "bool" : "optdata";
            shell.Debug(
                LogLevel.Info, $"{command.Name}: {given.Definition.Name}({kind}): {given.Value ?? "(none)"}");
        }

        try
        {
            if (!command.IsOffline)
            {
                await shell.EnsureConnectedAsync();
            }

            await command.RunAsync(shell, new Arguments(parsed));
            return true;
        }
        catch (CommandFailure failure)
        {
            Tell(shell, failure);
        }
        catch (VirException error)
        {
            Tell(shell, error);
        }

        return false;
    }

    private static void Tell(Shell shell, VirException error)
    {
        shell.Error(error.Message);
        shell.IsDisconnected |= error.Code is VirErrorNumber.VIR_ERR_RPC or VirErrorNumber.VIR_ERR_NO_CONNECT
            or VirErrorNumber.VIR_ERR_INVALID_CONN
            || (error.Code == VirErrorNumber.VIR_ERR_SYSTEM_ERROR && error.Domain == VirErrorDomain.VIR_FROM_REMOTE);
    }
}
