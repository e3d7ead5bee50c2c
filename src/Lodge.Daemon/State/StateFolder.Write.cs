using System.Runtime.InteropServices;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.State;

internal sealed partial class StateFolder
{
    private const uint FileMode = 0x180;    // 0600: configurations may hold passwords

    /// <summary>
    /// Puts a whole file in place of what had the name before; when it returns, the change is on the disk.
    /// </summary>
    /// <remarks>
    /// The file is synced before it gets its name, and the folder after. Where a journal keeps the order of changes, it
    /// is enough to have the content written out first: both are synced after the renaming, with one commit of the
    /// journal instead of two. See docs/decisions/0004-state-is-xml-files.md.
    /// </remarks>
    /// <returns>What tells the file from any other that may stand in its place.</returns>
    /// <exception cref="VirException">The name cannot be a file's, or the disk refused; nothing is changed
    /// then.</exception>
    public FileStamp Write(string name, ReadOnlySpan<byte> content)
    {
        RefuseImpossible(name);
        return TryWriteJournaled(name, content) ?? WriteSynced(name, content);
    }

    /// <summary>Whether the file of a name is still the one that <see cref="Write"/> put there, unchanged.</summary>
    public bool Holds(string name, FileStamp stamp) =>
        stamp != default && PosixFile.StampOf(_folder, name) == stamp;

    private FileStamp WriteSynced(string name, ReadOnlySpan<byte> content)
    {
        var (file, temporary) = CreateTemporary(name);
        try
        {
            var stamp = Place(file, temporary, name, content);
            if (_isOrdered)
                SyncFile(file, name);
            SyncFolder();
            return stamp;
        }
        finally
        {
            _ = PosixFile.Close(file);
        }
    }

    private (int File, string Name) CreateTemporary(string name)
    {
        const int Flags = PosixFile.WriteOnly | PosixFile.Create | PosixFile.Exclusive | PosixFile.NoFollow
            | PosixFile.CloseOnExec;
        var temporary = NextTemporary();
        var file = PosixFile.OpenAt(_folder, temporary, Flags, FileMode);
        return file >= 0
            ? (file, temporary)
            : throw PosixFile.LastError($"cannot create file '{PathOf(name)}'");
    }

    private string NextTemporary() =>
        $"{TemporaryPrefix}{Interlocked.Increment(ref _temporaryNumber):x}{TemporarySuffix}";

    private FileStamp Place(int file, string temporary, string name, ReadOnlySpan<byte> content)
    {
        FileStamp stamp;
        try
        {
            Fill(file, name, content);
            stamp = PosixFile.StampOf(file, "");
            _afterStep?.Invoke(StateStep.Written);
            if (_isOrdered)
                WriteOut(file, name);
            else if (_durable)
                SyncFile(file, name);
            _afterStep?.Invoke(StateStep.Synced);
            Replace(temporary, name);
        }
        catch (VirException)
        {
            _ = PosixFile.UnlinkAt(_folder, temporary, 0);
            throw;
        }

        _afterStep?.Invoke(StateStep.Renamed);
        return stamp;
    }

    private void Replace(string temporary, string name)
    {
        // Held so that the rename need not free it.
        var old = Hold(name);
        if (PosixFile.RenameAt(_folder, temporary, _folder, name) < 0)
        {
            var failure = PosixFile.LastError($"cannot rename file '{PathOf(temporary)}' as '{PathOf(name)}'");
            _ = PosixFile.Close(old);
            throw failure;
        }

        if (old >= 0)
            _removed.Add(old, isSyncDue: false);
    }

    private unsafe void Fill(int file, string name, ReadOnlySpan<byte> content)
    {
        _afterStep?.Invoke(StateStep.Created);
        fixed (byte* start = content)
        {
            for (nint done = 0; done < content.Length;)
            {
                var count = PosixFile.Write(file, start + done, (nuint)(content.Length - done));
                if (count >= 0)
                    done += count;
                else if (Marshal.GetLastPInvokeError() != PosixFile.Interrupted)
                    throw PosixFile.LastError($"cannot write data to file '{PathOf(name)}'");
            }
        }
    }

    private void WriteOut(int file, string name)
    {
        if (PosixFile.WriteOut(file) < 0)
            throw PosixFile.LastError($"cannot write out file '{PathOf(name)}'");
    }

    private void SyncFile(int file, string name)
    {
        if (PosixFile.Sync(file) < 0)
            throw PosixFile.LastError($"cannot sync file '{PathOf(name)}'");
    }
}
