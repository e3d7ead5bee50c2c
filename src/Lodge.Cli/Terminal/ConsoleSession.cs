using System.Runtime.InteropServices;

namespace Lodge.Cli.Terminal;

/// <summary>
/// Joins the user's terminal to a guest's console until the escape key, the guest or a signal ends it.
/// </summary>
internal static class ConsoleSession
{
    private const int BufferSize = 4096;

    /// <summary>Runs it. The terminal is as it was before when this returns, however it ends.</summary>
    /// <param name="shell">Where it is announced.</param>
    /// <param name="domain">The guest.</param>
    /// <param name="device">The console's alias; null for the first one.</param>
    /// <param name="flags">How to treat one who has the console already.</param>
    internal static async Task RunAsync(Shell shell, Domain domain, string? device, VirDomainConsoleFlags flags)
    {
        var (state, _) = await DomainStates.OfAsync(domain).OrFail("Unable to get domain status");
        if (state == VirDomainState.VIR_DOMAIN_SHUTOFF)
        {
            throw new CommandFailure("The domain is not running");
        }

        if (!RawTerminal.IsTerminal)
        {
            throw new CommandFailure("Cannot run interactive console without a controlling TTY");
        }

        var escape = shell.Options.Escape;
        shell.PrintExtra($"Connected to domain '{domain.Name}'\nEscape character is {escape}");
        shell.PrintExtra(escape is ['^', var letter] ? $" (Ctrl + {letter})\n" : "\n");
        shell.Flush();
        using var terminal = RawTerminal.Enter(keepOutput: false)
            ?? throw new CommandFailure("unable to make terminal raw: console isn't a tty");
        await using var stream = await domain.OpenConsoleAsync(device, flags);
        await JoinAsync(shell, stream, EscapeByte(escape));
        await stream.FinishAsync();
    }

    /// <summary>The byte that a terminal sends for <c>^]</c> and the like.</summary>
    internal static byte EscapeByte(string escape) =>
        escape is ['^', var letter] ? (byte)(char.ToUpperInvariant(letter) & 0x1F) : (byte)escape[0];

    private static async Task JoinAsync(Shell shell, ClientStream stream, byte escape)
    {
        using var over = new CancellationTokenSource();
        using var terminate = Watch(PosixSignal.SIGTERM, over);
        using var hangUp = Watch(PosixSignal.SIGHUP, over);
        using var quit = Watch(PosixSignal.SIGQUIT, over);
        using var interrupt = Watch(PosixSignal.SIGINT, over);
        var typed = SendAsync(stream, escape, over);
        try
        {
            await ShowAsync(shell, stream, over.Token);
        }
        catch (OperationCanceledException)
        {
            // The user, or a signal, has ended it.
        }

        await over.CancelAsync();
        if (typed.IsFaulted)
        {
            await typed;
        }
    }

    private static PosixSignalRegistration Watch(PosixSignal signal, CancellationTokenSource over) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            over.Cancel();
        });

    private static async Task ShowAsync(Shell shell, ClientStream stream, CancellationToken over)
    {
        var buffer = new byte[BufferSize];
        int count;
        while ((count = await stream.ReadAsync(buffer, over)) > 0)
        {
            shell.PrintRaw(buffer.AsSpan(0, count));
        }
    }

    /// <summary>
    /// Waits for keys on a thread of its own: a read from a terminal cannot be called off, and must not hold up
    /// the end.
    /// </summary>
    private static Task SendAsync(ClientStream stream, byte escape, CancellationTokenSource over)
    {
        var done = new TaskCompletionSource();
        new Thread(() =>
        {
            try
            {
                Send(stream, escape);
                done.SetResult();
            }
            catch (Exception error) when (error is VirException or OperationCanceledException)
            {
                done.SetException(error);
            }

            try
            {
                over.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The console ended before the last key came.
            }
        })
        { IsBackground = true }.Start();
        return done.Task;
    }

    private static void Send(ClientStream stream, byte escape)
    {
        using var input = StandardStreams.Input();
        var buffer = new byte[BufferSize];
        int count;
        while ((count = input.Read(buffer)) > 0)
        {
            var at = buffer.AsSpan(0, count).IndexOf(escape);
            var bytes = buffer.AsMemory(0, at < 0 ? count : at);
            if (!bytes.IsEmpty)
            {
                stream.WriteAsync(bytes).AsTask().GetAwaiter().GetResult();
            }

            if (at >= 0)
            {
                return;
            }
        }
    }
}
