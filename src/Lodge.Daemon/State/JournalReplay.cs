using Lodge.Daemon.Logging;

namespace Lodge.Daemon.State;

/// <summary>Compares what journals say with what the folder has, and brings back what a power cut took.</summary>
/// <param name="folder">The open folder.</param>
/// <param name="path">Its path.</param>
internal sealed class JournalReplay(int folder, string path)
{
    private readonly Dictionary<string, Stack<JournalRecord>> _records = new(StringComparer.Ordinal);

    /// <summary>For each name the change that counts.</summary>
    public IEnumerable<KeyValuePair<string, JournalRecord>> Last =>
        _records.Where(static pair => pair.Value.Count > 0)
            .Select(static pair => KeyValuePair.Create(pair.Key, pair.Value.Peek()));

    /// <summary>Reads a journal up to where it ends, or was torn.</summary>
    public void Read(string journal)
    {
        ReadOnlyMemory<byte> rest = File.ReadAllBytes($"{path}/{journal}");
        for (; JournalRecord.TryRead(rest, out var record, out var size); rest = rest[size..])
            Add(record);
    }

    /// <summary>
    /// Puts a file as its record says, unless somebody changed it after the record was made.
    /// </summary>
    public void Settle(in JournalRecord record, Action<string, ReadOnlySpan<byte>> restore)
    {
        var found = PosixFile.ModifiedAt(folder, record.Name);
        if (found > record.Time)
            return;
        var place = $"{path}/{record.Name}";
        if (record.Kind == JournalRecord.Change.Removed)
        {
            if (found is not null)
                _ = PosixFile.UnlinkAt(folder, record.Name, 0);
        }
        else if (found is null || !File.ReadAllBytes(place).AsSpan().SequenceEqual(record.Content.Span))
        {
            restore(record.Name, record.Content.Span);
            Log.Warning($"'{place}' is as the journal has it: it had not reached the disk whole");
        }
    }

    private void Add(in JournalRecord record)
    {
        if (!_records.TryGetValue(record.Name, out var changes))
            _records.Add(record.Name, changes = new());
        if (record.Kind == JournalRecord.Change.Withdrawn)
        {
            _ = changes.TryPop(out _);
            return;
        }

        if (record.Kind == JournalRecord.Change.Removed)
            changes.Clear();
        changes.Push(record);
    }
}
