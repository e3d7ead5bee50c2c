using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.State;

/// <summary>
/// A file that records are added to. Its blocks are on the disk before they are used, so that syncing a record writes
/// the record and nothing else; whoever waits for the disk waits for all records that were there when it began.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    /// <summary>The largest that one grows.</summary>
    public const long Largest = 64 << 20;

    private const int FirstPart = 256 << 10;
    private const int FurtherPart = 1 << 20;
    private const uint OwnerOnly = 0x180;

    private readonly SafeFileHandle _file;
    private readonly Lock _adding = new();
    private readonly Lock _syncing = new();
    private long _prepared;
    private long _end;
    private long _synced;

    private JournalFile(string name, SafeFileHandle file) => (Name, _file) = (name, file);

    /// <summary>Its name in the folder.</summary>
    public string Name { get; }

    /// <summary>Makes one; null where the disk has no room for it.</summary>
    /// <param name="folder">The open folder, which is synced so that the journal is found there again.</param>
    /// <param name="name">Its name in the folder.</param>
    public static JournalFile? TryCreate(int folder, string name)
    {
        const int Flags = PosixFile.WriteOnly | PosixFile.Create | PosixFile.Exclusive | PosixFile.NoFollow
            | PosixFile.CloseOnExec;
        var descriptor = PosixFile.OpenAt(folder, name, Flags, OwnerOnly);
        if (descriptor < 0)
            return null;
        var journal = new JournalFile(name, new SafeFileHandle(descriptor, ownsHandle: true));
        if (journal.TryPrepare(FirstPart) && PosixFile.Sync(folder) == 0)
            return journal;
        journal.Dispose();
        _ = PosixFile.UnlinkAt(folder, name, 0);
        return null;
    }

    /// <summary>Adds a record, which <see cref="Sync"/> brings to the disk.</summary>
    /// <returns>Where it ends; null where there is no room for it.</returns>
    public unsafe long? TryAdd(JournalRecord.Change kind, string name, long time, ReadOnlySpan<byte> content)
    {
        var size = JournalRecord.SizeOf(name, content.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            JournalRecord.Write(buffer.AsSpan(0, size), kind, name, time, content);
            lock (_adding)
            {
                if (_end + size > Largest || (_end + size > _prepared && !TryPrepare(Math.Max(size, FurtherPart))))
                    return null;
                fixed (byte* record = buffer)
                {
                    if (PosixFile.WriteAt(_file, record, (nuint)size, _end) != size)
                        return null;
                }

                return _end += size;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Waits until the disk has all up to a place.</summary>
    /// <returns>Whether it has.</returns>
    public bool Sync(long end)
    {
        lock (_syncing)
        {
            // Who waited here while another synced often finds its own record synced too.
            if (Volatile.Read(ref _synced) >= end)
                return true;
            var all = Volatile.Read(ref _end);
            if (PosixFile.SyncData(_file) < 0)
                return false;
            Volatile.Write(ref _synced, all);
            return true;
        }
    }

    /// <summary>Waits until the disk has every record.</summary>
    public bool Sync() => Sync(Volatile.Read(ref _end));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private unsafe bool TryPrepare(int count)
    {
        var zeros = ArrayPool<byte>.Shared.Rent(count);
        try
        {
            Array.Clear(zeros, 0, count);
            fixed (byte* start = zeros)
            {
                if (PosixFile.WriteAt(_file, start, (nuint)count, _prepared) != count
                    || PosixFile.SyncData(_file) < 0)
                    return false;
            }

            _prepared += count;
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(zeros);
        }
    }
}
