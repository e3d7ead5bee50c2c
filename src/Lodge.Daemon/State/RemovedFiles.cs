namespace Lodge.Daemon.State;

/// <summary>
/// What follows when files have gone from a folder, done a moment later, behind those who took them away and for all of
/// them at once: their blocks are freed, which takes longer than taking away the name, and the folder is synced.
/// </summary>
/// <param name="sync">Syncs the folder; called on a thread of the pool, or by <see cref="Dispose"/>.</param>
internal sealed class RemovedFiles(Action sync) : IDisposable
{
    private const int MostHeld = 512;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(25);

    private readonly Lock _gate = new();
    private readonly Lock _working = new();
    private List<int>? _held;
    private Timer? _timer;
    private bool _isAsked;
    private bool _isSyncDue;

    /// <summary>Takes over a file that has lost its name; returns at once.</summary>
    /// <param name="file">Its descriptor, or a negative number where there is none.</param>
    /// <param name="isSyncDue">Whether the folder is still to be synced.</param>
    public void Add(int file, bool isSyncDue)
    {
        lock (_gate)
        {
            _isSyncDue |= isSyncDue;
            Ask();
            if (file < 0)
                return;
            _held ??= [];
            if (_held.Count < MostHeld)
            {
                _held.Add(file);
                return;
            }
        }

        _ = PosixFile.Close(file);
    }

    /// <summary>Does all that is due.</summary>
    public void Dispose()
    {
        Work();
        _timer?.Dispose();
    }

    private void Ask()
    {
        if (_isAsked)
            return;
        _isAsked = true;
        _timer ??= new Timer(
            static removed => ((RemovedFiles)removed!).Work(), this, Timeout.Infinite, Timeout.Infinite);
        _timer.Change(Moment, Timeout.InfiniteTimeSpan);
    }

    private void Work()
    {
        // Whoever disposes waits for the work that is going on, so that no folder is closed below it.
        lock (_working)
        {
            List<int>? held;
            bool isSyncDue;
            lock (_gate)
            {
                (held, _held) = (_held, null);
                (isSyncDue, _isSyncDue) = (_isSyncDue, false);
                _isAsked = false;
            }

            if (isSyncDue)
                sync();
            held?.ForEach(static file => _ = PosixFile.Close(file));
        }
    }
}
