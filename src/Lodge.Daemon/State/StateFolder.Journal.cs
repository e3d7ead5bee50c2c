using Lodge.Protocol.Errors;

namespace Lodge.Daemon.State;

internal sealed partial class StateFolder
{
    /// <summary>Puts a whole file in place; the disk has it in the journal when this returns.</summary>
    /// <returns>Its stamp; null where there is no journal now, or no room in it: nothing was done then.</returns>
    private FileStamp? TryWriteJournaled(string name, ReadOnlySpan<byte> content)
    {
        if (_journal?.TryEnter() != true)
            return null;
        FileStamp? written;
        try
        {
            written = TryPlaceJournaled(_journal, name, content);
        }
        finally
        {
            _journal.Leave();
        }

        // What follows is synced by itself, and must not be older on the disk than what the journal says.
        if (written is null)
            _journal.Settle();
        return written;
    }

    private FileStamp? TryPlaceJournaled(StateJournal journal, string name, ReadOnlySpan<byte> content)
    {
        var (file, temporary) = TemporaryFor(journal, name);
        var isPlaced = false;
        try
        {
            Fill(file, name, content);
            _afterStep?.Invoke(StateStep.Written);
            var stamp = PosixFile.StampOf(file, "");
            if (!journal.TryRecord(JournalRecord.Change.Written, name, stamp.Modified, content))
                return null;
            _afterStep?.Invoke(StateStep.Journaled);
            try
            {
                if (temporary is null && PosixFile.Name(file, _folder, name) < 0)
                    temporary = NameTemporarily(file, name);
                if (temporary is not null)
                    Replace(temporary, name);
            }
            catch (VirException)
            {
                _ = journal.TryRecord(JournalRecord.Change.Withdrawn, name, stamp.Modified, []);
                throw;
            }

            isPlaced = true;
            _afterStep?.Invoke(StateStep.Renamed);
            return stamp;
        }
        finally
        {
            if (!isPlaced && temporary is not null)
                _ = PosixFile.UnlinkAt(_folder, temporary, 0);
            _ = PosixFile.Close(file);
        }
    }

    /// <summary>A file to write, and its temporary name; null where it has none.</summary>
    private (int File, string? Name) TemporaryFor(StateJournal journal, string name) =>
        journal.TakeSpare() is >= 0 and var spare ? (spare, null) : CreateTemporary(name);

    /// <summary>Names a file that has no name, as what it replaces has the one it is to get.</summary>
    private string NameTemporarily(int file, string name)
    {
        var temporary = NextTemporary();
        return PosixFile.Name(file, _folder, temporary) == 0
            ? temporary
            : throw PosixFile.LastError($"cannot create file '{PathOf(name)}'");
    }

    /// <summary>Says in the journal, where there is one, that a file has gone, so that it does not come back.</summary>
    private void RecordRemoval(string name)
    {
        if (_journal?.TryEnterOpen() != true)
            return;
        bool isRecorded;
        try
        {
            isRecorded = _journal.TryRecord(
                JournalRecord.Change.Removed, name, PosixFile.Now(), [], sync: false);
        }
        finally
        {
            _journal.Leave();
        }

        if (!isRecorded)
            _journal.Settle();
    }
}
