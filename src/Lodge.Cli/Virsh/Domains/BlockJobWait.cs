using System.Runtime.InteropServices;
using static Lodge.Protocol.Constants.VirConnectDomainEventBlockJobStatus;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>
/// Waits for a block job: shows how far it is, and gives it up when the user interrupts or time is up.
/// </summary>
internal sealed class BlockJobWait : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    private readonly Shell _shell;
    private readonly Domain _domain;
    private readonly string _path;
    private readonly string _label;
    private readonly Arguments _arguments;
    private readonly TimeSpan? _timeout;
    private readonly CancellationTokenSource _end = new();
    private readonly List<EventStream<DomainEvent>> _streams = [];
    private readonly TaskCompletionSource<VirConnectDomainEventBlockJobStatus> _status = new();

    private BlockJobWait(
        Shell shell, Domain domain, string path, string label, Arguments arguments, TimeSpan? timeout)
    {
        _shell = shell;
        _domain = domain;
        _path = path;
        _label = label;
        _arguments = arguments;
        _timeout = timeout;
    }

    private VirDomainBlockJobAbortFlags AbortFlags =>
        _arguments.Flag("async", VirDomainBlockJobAbortFlags.VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC);

    /// <summary>Refuses what only a waiting command can do.</summary>
    internal static void CheckOptions(Arguments arguments, bool isWaiting, string last)
    {
        foreach (var option in (string[])["verbose", "async"])
        {
            if (arguments.Has(option) && !isWaiting)
            {
                throw new CommandFailure(
                    $"--{option} requires at least one of --timeout, --wait, --pivot, or --{last}");
            }
        }
    }

    /// <summary>Subscribes to what the job tells; called before it starts, so that nothing is missed.</summary>
    internal static async Task<BlockJobWait> BeginAsync(
        Shell shell, Domain domain, string path, string label, Arguments arguments, TimeSpan? timeout)
    {
        var wait = new BlockJobWait(shell, domain, path, label, arguments, timeout);
        foreach (var kind in (VirDomainEventID[])
            [VirDomainEventID.VIR_DOMAIN_EVENT_ID_BLOCK_JOB, VirDomainEventID.VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2])
        {
            var events = await shell.Connection.DomainEventsAsync(kind, domain);
            wait._streams.Add(events);
            _ = wait.FollowAsync(events);
        }

        return wait;
    }

    /// <summary>Waits until the job is done, or has copied everything and waits itself.</summary>
    /// <param name="name">What it is called where it ends badly.</param>
    internal async Task EndAsync(string name)
    {
        var status = await WatchAsync();
        if (_arguments.Has("verbose") && status is VIR_DOMAIN_BLOCK_JOB_COMPLETED or VIR_DOMAIN_BLOCK_JOB_READY)
        {
            JobWatch.Show(_shell, _label, 0, 1);
        }

        if (status is VIR_DOMAIN_BLOCK_JOB_CANCELED or VIR_DOMAIN_BLOCK_JOB_FAILED)
        {
            _shell.PrintExtra($"\n{name} {(status == VIR_DOMAIN_BLOCK_JOB_FAILED ? "failed" : "aborted")}");
            throw new CommandFailure();
        }
    }

    /// <summary>Makes the guest use the copy.</summary>
    internal Task PivotAsync() => _domain.BlockJobAbortAsync(
        _path, AbortFlags | VirDomainBlockJobAbortFlags.VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT)
        .OrFail($"failed to pivot job for disk {_path}");

    /// <summary>Ends the job; the guest stays with what it has.</summary>
    internal Task FinishAsync() =>
        _domain.BlockJobAbortAsync(_path, AbortFlags).OrFail($"failed to finish job for disk {_path}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        foreach (var events in _streams)
        {
            await events.DisposeAsync();
        }

        _end.Dispose();
    }

    private async Task<VirConnectDomainEventBlockJobStatus> WatchAsync()
    {
        using var giveUp = new CancellationTokenSource();
        if (_timeout is { } patience)
        {
            giveUp.CancelAfter(patience);
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            giveUp.Cancel();
        });
        using var timer = new PeriodicTimer(Between);
        while (!_status.Task.IsCompleted)
        {
            if (giveUp.IsCancellationRequested)
            {
                await _domain.BlockJobAbortAsync(_path, AbortFlags)
                    .OrFail($"failed to abort job for disk '{_path}'");
                return VIR_DOMAIN_BLOCK_JOB_CANCELED;
            }

            var job = await _domain.GetBlockJobInfoAsync(_path).OrFail($"failed to query job for disk {_path}");
            if (_arguments.Has("verbose") && job is { } info)
            {
                JobWatch.Show(_shell, _label, info.End - info.Cur, info.End);
            }

            await Task.WhenAny(_status.Task, timer.WaitForNextTickAsync(CancellationToken.None).AsTask());
        }

        return await _status.Task;
    }

    private async Task FollowAsync(EventStream<DomainEvent> events)
    {
        try
        {
            await foreach (var happened in events.WithCancellation(_end.Token))
            {
                if (happened is DomainBlockJobEvent { Disk: var disk } job && disk == _path)
                {
                    _status.TrySetResult(job.Status);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (VirException)
        {
            // The connection is gone: the next question tells so.
        }
    }
}
