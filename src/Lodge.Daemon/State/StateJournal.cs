using System.Runtime.InteropServices;
using Lodge.Daemon.Logging;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.State;

/// <summary>
/// While the changes of a folder come fast, they are synced here, one short write each; the files themselves are there
/// at once for everybody, and reach the disk together when the changes pause. Then the journal goes.
/// </summary>
/// <remarks>See docs/decisions/0004-state-is-xml-files.md.</remarks>
/// <param name="folder">The open folder.</param>
/// <param name="path">Its path.</param>
internal sealed class StateJournal(int folder, string path) : IDisposable
{
    /// <summary>The changes, each within a second of the one before, after which a journal is kept.</summary>
    public const int Burst = 8;

    private const string Prefix = ".lodge-journal-";
    private const int MostAtEnd = 1024;

    // More files than these are on the disk sooner when the whole file system is brought there.
    private const int MostSynced = 256;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ReaderWriterLockSlim _use = new();
    private readonly Lock _settling = new();
    private readonly Lock _gate = new();
    private readonly List<string> _old = [];
    private HashSet<string> _unsettled = new(StringComparer.Ordinal);
    private JournalFile? _current;
    private SpareFiles? _spares;
    private Timer? _timer;
    private long _lastChange;
    private int _burst;
    private long _number;
    private volatile bool _hasOld;
    private volatile bool _isEnding;
    private bool _isKept;
    private bool _isDisposed;

    /// <summary>Plays the journals that a daemon left which did not end by itself.</summary>
    /// <param name="isPossible">Whether a name can be a file's in the folder.</param>
    /// <param name="restore">Writes a file whole and syncs it.</param>
    public void Recover(Func<string, bool> isPossible, Action<string, ReadOnlySpan<byte>> restore)
    {
        foreach (var name in Directory.EnumerateFiles(path, Prefix + "*").Select(static p => Path.GetFileName(p))
            .OrderBy(NumberOf))
        {
            _old.Add(name);
            _number = Math.Max(_number, NumberOf(name));
        }

        _hasOld = _old.Count > 0;
        if (!_hasOld)
            return;
        var replay = new JournalReplay(folder, path);
        foreach (var name in _old)
            replay.Read(name);
        foreach (var (name, record) in replay.Last.Where(last => isPossible(last.Key)))
        {
            try
            {
                replay.Settle(record, restore);
                _unsettled.Add(name);
            }
            catch (Exception failure) when (failure is VirException or IOException or UnauthorizedAccessException)
            {
                // A disk that is full now must not keep the daemon down: the next start tries again.
                Log.Error($"The journal of '{path}' is kept: {failure.Message}");
                _isKept = true;
            }
        }

        _lastChange = Environment.TickCount64;
        Ask(Pause);
    }

    /// <summary>
    /// Says that a change follows, and whether it goes through the journal; <see cref="Leave"/> follows it then.
    /// </summary>
    public bool TryEnter()
    {
        _use.EnterReadLock();
        lock (_gate)
        {
            var now = Environment.TickCount64;
            _burst = now - Interlocked.Exchange(ref _lastChange, now) < Pause.TotalMilliseconds ? _burst + 1 : 0;
            if (_current is null && _burst >= Burst && !_isEnding)
                Begin();
            if (_current is not null)
                return true;
        }

        _use.ExitReadLock();
        return false;
    }

    /// <summary>
    /// Says that a change follows which is worth a record only where some journal tells another tale of the file.
    /// </summary>
    public bool TryEnterOpen()
    {
        _use.EnterReadLock();
        lock (_gate)
        {
            if (_current is null && _hasOld)
                Begin();
            if (_current is not null)
                return true;
        }

        _use.ExitReadLock();
        return false;
    }

    /// <summary>Says that the change is done.</summary>
    public void Leave() => _use.ExitReadLock();

    /// <summary>A file without a name for a change; -1 where none is ready.</summary>
    public int TakeSpare() => _spares?.Take() ?? -1;

    /// <summary>Records a change, and waits until the disk has the record.</summary>
    /// <returns>False where there is no room for it, or the disk refused.</returns>
    public bool TryRecord(
        JournalRecord.Change kind, string name, long time, ReadOnlySpan<byte> content, bool sync = true)
    {
        var journal = _current!;
        if (journal.TryAdd(kind, name, time, content) is not { } end)
            return false;
        lock (_gate)
            _unsettled.Add(name);
        if (!sync || journal.Sync(end))
            return true;
        _ = journal.TryAdd(JournalRecord.Change.Withdrawn, name, time, []);
        return false;
    }

    /// <summary>Waits until the disk has all that was recorded; false where nothing is.</summary>
    public bool TrySync()
    {
        _use.EnterReadLock();
        try
        {
            return _current?.Sync() == true;
        }
        finally
        {
            _use.ExitReadLock();
        }
    }

    /// <summary>Brings what was recorded to the disk as the files it is about, and takes the journal away.</summary>
    public void Settle()
    {
        lock (_settling)
        {
            // A pause may have been noticed just before the end.
            if (_isDisposed)
                return;
            HashSet<string> names;
            _use.EnterWriteLock();
            try
            {
                if (_current is not null)
                {
                    _old.Add(_current.Name);
                    _hasOld = true;
                    _current.Dispose();
                }

                _current = null;
                _spares?.Dispose();
                _spares = null;
                (names, _unsettled) = (_unsettled, new(StringComparer.Ordinal));
            }
            finally
            {
                _use.ExitWriteLock();
            }

            if (!_hasOld)
                return;
            if (_isKept || _isEnding || !AreOnDisk(names))
            {
                // The journals stay, and with them what they say; the names are tried again at the next pause.
                lock (_gate)
                    _unsettled.UnionWith(names);
                if (!_isEnding && !_isKept)
                    Log.Error($"The journal of '{path}' is kept: its files cannot be synced");
                return;
            }

            foreach (var journal in _old)
                _ = PosixFile.UnlinkAt(folder, journal, 0);
            _old.Clear();
            _hasOld = false;
        }
    }

    /// <summary>Brings what little is left to the disk; much is left in the journal, for the next start.</summary>
    public void Dispose()
    {
        lock (_settling)
        {
            _isEnding = _unsettled.Count > MostAtEnd;
            Settle();
            _isDisposed = true;
            _timer?.Dispose();
            _use.Dispose();
        }
    }

    private static long NumberOf(string journal) =>
        long.TryParse(journal.AsSpan(Prefix.Length), out var number) ? number : 0;

    private void Begin()
    {
        _current = JournalFile.TryCreate(folder, $"{Prefix}{++_number}");
        if (_current is null)
            return;
        _spares = new SpareFiles(folder);
        Ask(Pause);
    }

    private void Ask(TimeSpan wait)
    {
        _timer ??= new Timer(
            static journal => ((StateJournal)journal!).Paused(), this, Timeout.Infinite, Timeout.Infinite);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void Paused()
    {
        var quiet = TimeSpan.FromMilliseconds(Environment.TickCount64 - Interlocked.Read(ref _lastChange));
        if (quiet < Pause)
            Ask(Pause - quiet);
        else
            Settle();
    }

    private bool AreOnDisk(HashSet<string> names) => names.Count > MostSynced
        ? PosixFile.SyncFileSystem(folder) == 0
        : names.All(IsOnDisk) && PosixFile.Sync(folder) == 0;

    private bool IsOnDisk(string name)
    {
        var file = PosixFile.OpenAt(
            folder, name, PosixFile.ReadOnly | PosixFile.NoFollow | PosixFile.CloseOnExec, 0);
        if (file < 0)
            return Marshal.GetLastPInvokeError() is PosixFile.NoEntry or PosixFile.TooManyLinks;
        var isSynced = PosixFile.Sync(file) == 0;
        _ = PosixFile.Close(file);
        return isSynced;
    }
}
