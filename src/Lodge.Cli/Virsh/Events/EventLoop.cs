using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace Lodge.Cli.Virsh.Events;

/// <summary>Prints events as they come, until enough came, the time is over or the user interrupts.</summary>
/// <param name="shell">Where they are printed.</param>
/// <param name="arguments">The options <c>--loop</c>, <c>--timestamp</c> and <c>--timeout</c>.</param>
internal sealed class EventLoop(Shell shell, Arguments arguments) : IAsyncDisposable
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>(new() { SingleReader = true });
    private readonly List<IAsyncDisposable> _subscriptions = [];
    private int _open;
    private VirException? _reason;

    /// <summary>Takes events of a subscription in.</summary>
    /// <param name="events">The subscription; the loop ends it.</param>
    /// <param name="format">The text of an event, with its line end.</param>
    internal void Add<T>(EventStream<T> events, Func<T, string> format)
        where T : class
    {
        _subscriptions.Add(events);
        Interlocked.Increment(ref _open);
        _ = PumpAsync(events, format);
    }

    /// <summary>
    /// The object whose events are wanted. As stock: where it is not found this is said, the events of all are
    /// printed, and if none came the reason is told at the end.
    /// </summary>
    internal async Task<T?> FindAsync<T>(Task<T> looking)
        where T : class
    {
        try
        {
            return await looking;
        }
        catch (CommandFailure failure)
        {
            shell.Error(failure.Message);
            _reason = failure.Reason;
            return null;
        }
    }

    /// <summary>Prints until it is over.</summary>
    /// <exception cref="CommandFailure">Nothing came.</exception>
    internal async Task RunAsync()
    {
        var timeout = arguments.Timeout();
        using var timer = new CancellationTokenSource();
        using var interrupt = new CancellationTokenSource();
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            interrupt.Cancel();
        });
        if (timeout is { } limit)
        {
            timer.CancelAfter(limit);
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, interrupt.Token);
        var count = 0;
        try
        {
            while (await _lines.Reader.WaitToReadAsync(either.Token))
            {
                count += Print(count);
                if (!arguments.Has("loop"))
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            shell.Print(interrupt.IsCancellationRequested ? "event loop interrupted\n" : "event loop timed out\n");
        }

        shell.Print($"events received: {count}\n");
        if (count == 0)
        {
            throw _reason is null ? new CommandFailure() : new CommandFailure(_reason);
        }
    }

    /// <summary>Ends all subscriptions.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var subscription in _subscriptions)
        {
            await subscription.DisposeAsync();
        }
    }

    private int Print(int before)
    {
        var printed = 0;
        while ((arguments.Has("loop") || before + printed == 0) && _lines.Reader.TryRead(out var line))
        {
            shell.Print(line);
            printed++;
        }

        shell.Flush();
        return printed;
    }

    private async Task PumpAsync<T>(EventStream<T> events, Func<T, string> format)
        where T : class
    {
        while (await events.NextAsync() is { } item)
        {
            var line = format(item);
            _lines.Writer.TryWrite(arguments.Has("timestamp") ? $"{EventTime.Now()}: {line}" : line);
        }

        if (Interlocked.Decrement(ref _open) == 0)
        {
            _lines.Writer.TryComplete();
        }
    }
}
