using System.Collections.Concurrent;

namespace Lodge.Daemon.State;

/// <summary>
/// Files of a folder that have no name yet, made ahead while changes come fast: a file system may look long for a place
/// for a new file (ext4 passes over all that were taken away in the last minutes), and nobody waits for that here. A
/// crash leaves nothing of them.
/// </summary>
/// <remarks>Source: open(2), <c>O_TMPFILE</c>.</remarks>
/// <param name="folder">The open folder.</param>
internal sealed class SpareFiles(int folder) : IDisposable
{
    private const int Most = 16;
    private const uint OwnerOnly = 0x180;

    private readonly ConcurrentQueue<int> _ready = new();
    private readonly Lock _filling = new();
    private bool _isDisposed;
    private int _isAsked;

    /// <summary>Takes one, which is the caller's to name and to close; -1 where none is ready.</summary>
    public int Take()
    {
        var file = _ready.TryDequeue(out var spare) ? spare : -1;
        if (Interlocked.Exchange(ref _isAsked, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static spares => spares.Fill(), this, preferLocal: false);
        return file;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_filling)
        {
            _isDisposed = true;
            while (_ready.TryDequeue(out var file))
                _ = PosixFile.Close(file);
        }
    }

    private void Fill()
    {
        lock (_filling)
        {
            Volatile.Write(ref _isAsked, 0);
            while (!_isDisposed && _ready.Count < Most)
            {
                var file = PosixFile.OpenAt(
                    folder, ".", PosixFile.WriteOnly | PosixFile.Unnamed | PosixFile.CloseOnExec, OwnerOnly);

                // A file system that has no such files has none the next time either, which costs nobody anything.
                if (file < 0)
                    return;
                _ready.Enqueue(file);
            }
        }
    }
}
