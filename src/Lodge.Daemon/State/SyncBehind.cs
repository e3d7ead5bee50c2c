namespace Lodge.Daemon.State;

/// <summary>
/// Brings changes to the disk soon, behind those who made them: one sync for all that were made in a moment.
/// </summary>
/// <param name="sync">Syncs; called on a thread of the pool, or by <see cref="Dispose"/>.</param>
internal sealed class SyncBehind(Action sync) : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly Lock _syncing = new();
    private Timer? _timer;
    private bool _isAsked;

    /// <summary>Asks for a sync within a moment; returns at once.</summary>
    public void Ask()
    {
        lock (_gate)
        {
            if (_isAsked)
                return;
            _isAsked = true;
            _timer ??= new Timer(static behind => ((SyncBehind)behind!).Run(), this, Timeout.Infinite, Timeout.Infinite);
            _timer.Change(Moment, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Syncs what was asked for and has not been synced.</summary>
    public void Dispose()
    {
        Run();
        _timer?.Dispose();
    }

    private void Run()
    {
        // Whoever disposes waits for a sync that runs, so that nothing is closed below it; whoever asks never waits.
        lock (_syncing)
        {
            lock (_gate)
            {
                if (!_isAsked)
                    return;
                _isAsked = false;
            }

            sync();
        }
    }
}
