using System.Runtime.InteropServices;
using System.Text;
using Lodge.Daemon.Logging;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.State;

/// <summary>
/// A folder whose files are whole at any instant: each is written under a temporary name, synced, renamed over the
/// old one, and then the folder itself is synced. What a crash leaves is the old file or the new one, never a part.
/// What is taken away is synced a moment later, with all else that goes in that moment. Changes that come fast are
/// synced in a journal, see <see cref="StateJournal"/>.
/// </summary>
internal sealed partial class StateFolder : IDisposable
{
    private const string TemporaryPrefix = ".lodge-";
    private const string TemporarySuffix = ".new";
    private const int MaxNameBytes = 255;

    private readonly int _folder;
    private readonly bool _durable;
    private readonly Action<StateStep>? _afterStep;
    private readonly RemovedFiles _removed;
    private readonly StateJournal? _journal;
    private readonly bool _isOrdered;
    private long _temporaryNumber;
    private int _disposed;

    private StateFolder(string path, int folder, bool durable, Action<StateStep>? afterStep)
    {
        Path = path;
        _folder = folder;
        _durable = durable;
        _afterStep = afterStep;
        _removed = new RemovedFiles(SyncRemovals);
        _isOrdered = durable && OrderedJournal.Covers(folder);
        _journal = durable ? new StateJournal(folder, path) : null;
    }

    /// <summary>The folder's absolute path.</summary>
    public string Path { get; }

    /// <summary>
    /// Opens the folder, makes it where it is missing, and removes temporary files a crash left behind.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="durable">Whether changes survive a power cut; false for folders that mean nothing after a
    /// reboot.</param>
    /// <param name="afterStep">Told after each step; tests stop the world here.</param>
    public static StateFolder Open(string path, bool durable = true, Action<StateStep>? afterStep = null)
    {
        path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(
            path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var folder = PosixFile.Open(path, PosixFile.ReadOnly | PosixFile.Directory | PosixFile.CloseOnExec, 0);
        if (folder < 0)
            throw PosixFile.LastError($"cannot open directory '{path}'");
        var opened = new StateFolder(path, folder, durable, afterStep);
        opened.RemoveLeftovers();
        opened._journal?.Recover(IsPossible, (name, content) => opened.WriteSynced(name, content));
        return opened;
    }

    /// <summary>The full path of a file of this folder.</summary>
    public string PathOf(string name) => $"{Path}/{name}";

    /// <summary>Names of the files here that end so, in no order; temporary files are not among them.</summary>
    public IEnumerable<string> Names(string ending)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(Path))
        {
            var name = System.IO.Path.GetFileName(path);
            if (name.EndsWith(ending, StringComparison.Ordinal) && !IsTemporary(name))
                yield return name;
        }
    }

    /// <summary>
    /// Takes a file or link away; one that is not there is no error. The disk knows within a moment: a power cut in it
    /// may bring the file back, but loses nothing.
    /// </summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string name)
    {
        RefuseImpossible(name);
        var file = Hold(name);
        if (file < 0 && Marshal.GetLastPInvokeError() == PosixFile.NoEntry)
            return false;
        if (PosixFile.UnlinkAt(_folder, name, 0) < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            var failure = PosixFile.LastError($"cannot remove file '{PathOf(name)}'");
            _ = PosixFile.Close(file);
            return error == PosixFile.NoEntry ? false : throw failure;
        }

        _afterStep?.Invoke(StateStep.Removed);
        RecordRemoval(name);
        _removed.Add(file, _durable);
        return true;
    }

    /// <summary>Gives a file another name, in place of what had that name before.</summary>
    public void Rename(string from, string to)
    {
        RefuseImpossible(to);
        _journal?.Settle();
        if (PosixFile.RenameAt(_folder, from, _folder, to) < 0)
            throw PosixFile.LastError($"cannot rename file '{PathOf(from)}' as '{PathOf(to)}'");
        _afterStep?.Invoke(StateStep.Renamed);
        SyncFolder();
    }

    /// <summary>Makes a symbolic link; one that has the name already is replaced.</summary>
    public void Link(string name, string target)
    {
        RefuseImpossible(name);
        _journal?.Settle();
        _ = PosixFile.UnlinkAt(_folder, name, 0);
        if (PosixFile.SymlinkAt(target, _folder, name) < 0)
            throw PosixFile.LastError($"Failed to create symlink '{PathOf(name)}' to '{target}'");
        SyncFolder();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _removed.Dispose();
        _journal?.Dispose();
        _ = PosixFile.Close(_folder);
    }

    private static bool IsTemporary(string name) =>
        name.StartsWith(TemporaryPrefix, StringComparison.Ordinal)
        && name.EndsWith(TemporarySuffix, StringComparison.Ordinal);

    /// <summary>
    /// A descriptor that keeps a file's blocks after it lost its name; negative where there is no such file.
    /// </summary>
    private int Hold(string name) =>
        PosixFile.OpenAt(_folder, name, PosixFile.PathOnly | PosixFile.NoFollow | PosixFile.CloseOnExec, 0);

    private void SyncFolder()
    {
        if (_durable && PosixFile.Sync(_folder) < 0)
            throw PosixFile.LastError($"cannot sync directory '{Path}'");
        _afterStep?.Invoke(StateStep.FolderSynced);
    }

    private void SyncRemovals()
    {
        try
        {
            if (_journal?.TrySync() != true)
                SyncFolder();
        }
        catch (VirException failure)
        {
            // The files are gone for everybody but a power cut; nobody waits who could be told.
            Log.Error($"What was removed may come back after a power cut: {failure.Message}");
        }
    }

    private void RemoveLeftovers()
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(Path, TemporaryPrefix + "*" + TemporarySuffix))
            _ = PosixFile.UnlinkAt(_folder, System.IO.Path.GetFileName(path), 0);
    }

    private static bool IsPossible(string name) =>
        name is not ("" or "." or "..") && !name.AsSpan().ContainsAny('/', '\0');

    private void RefuseImpossible(string name)
    {
        var length = Encoding.UTF8.GetByteCount(name);
        if (length > MaxNameBytes)
        {
            throw new VirException(new VirError
            {
                Code = VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                Domain = VirErrorDomain.VIR_FROM_NONE,
                Message = $"cannot create file '{name[..Math.Min(name.Length, 64)]}…' in '{Path}': File name too long "
                    + $"({length} bytes, at most {MaxNameBytes})",
            });
        }

        if (!IsPossible(name))
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_NONE, $"'{name}' cannot be a file name");
        }
    }
}
