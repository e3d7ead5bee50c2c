using Lodge.Storage.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Storage.Volumes.Local;

/// <summary>The content of one volume, put into another.</summary>
internal static class ImageCopy
{
    private const nuint CloneRequest = 0x40049409; // FICLONE
    private const int Chunk = 1024 * 1024;
    private const int SmallestBlock = 4096;

    /// <summary>Lets both volumes share their blocks until one is written (btrfs, xfs).</summary>
    public static void Reflink(SafeFileHandle to, SafeFileHandle from, string fromPath)
    {
        if (LibC.Ioctl(to, CloneRequest, from.DangerousGetHandle()) != 0)
        {
            throw StorageError.System($"failed to clone files from '{fromPath}'");
        }
    }

    /// <summary>Copies the first bytes.</summary>
    /// <param name="to">The volume that gets them.</param>
    /// <param name="toPath">Its path.</param>
    /// <param name="from">The volume that gives them.</param>
    /// <param name="fromPath">Its path.</param>
    /// <param name="length">How many.</param>
    /// <param name="isSparse">Whether zeroes are left out: the target reads as zero already.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>How many there were.</returns>
    public static long Run(
        SafeFileHandle to,
        string toPath,
        SafeFileHandle from,
        string fromPath,
        long length,
        bool isSparse,
        CancellationToken cancellation)
    {
        var block = FileFacts.TryGet(to, out var facts) ? Math.Max(facts.BlockSize, SmallestBlock) : SmallestBlock;
        var buffer = GC.AllocateUninitializedArray<byte>(Chunk);
        var offset = 0L;
        while (offset < length)
        {
            cancellation.ThrowIfCancellationRequested();
            if (isSparse)
            {
                offset = NextData(from, offset, length);
                if (offset >= length) break;
            }

            var wanted = (int)Math.Min(Chunk, length - offset);
            var count = Read(from, buffer.AsSpan(0, wanted), offset, fromPath);
            if (count == 0) break;
            Write(to, toPath, buffer.AsSpan(0, count), offset, isSparse ? block : 0);
            offset += count;
        }

        if (LibC.SyncData(to) != 0) throw StorageError.System($"cannot sync data to file '{toPath}'");
        return offset;
    }

    // Holes of the source need not even be read; where the file system knows of none, all is data.
    private static long NextData(SafeFileHandle from, long offset, long length)
    {
        var next = LibC.Seek(from, offset, LibC.SeekData);
        if (next >= 0) return next;
        const int NoMore = 6; // ENXIO
        return System.Runtime.InteropServices.Marshal.GetLastPInvokeError() == NoMore ? length : offset;
    }

    // Runs of blocks that hold something; with no block size, all of it.
    private static void Write(SafeFileHandle to, string path, ReadOnlySpan<byte> data, long offset, int block)
    {
        for (var start = 0; start < data.Length;)
        {
            var end = block == 0 ? data.Length : RunEnd(data, start, block, out start);
            if (start == end) return;
            try
            {
                RandomAccess.Write(to, data[start..end], offset + start);
            }
            catch (IOException failure)
            {
                throw FileFailure.Of(failure, $"failed writing to file '{path}'");
            }

            start = end;
        }
    }

    private static int RunEnd(ReadOnlySpan<byte> data, int from, int block, out int start)
    {
        start = from;
        while (start < data.Length && IsZero(data, start, block)) start = Math.Min(start + block, data.Length);
        var end = start;
        while (end < data.Length && !IsZero(data, end, block)) end = Math.Min(end + block, data.Length);
        return end;
    }

    private static bool IsZero(ReadOnlySpan<byte> data, int start, int block) =>
        !data[start..Math.Min(start + block, data.Length)].ContainsAnyExcept((byte)0);

    private static int Read(SafeFileHandle from, Span<byte> buffer, long offset, string path)
    {
        try
        {
            return RandomAccess.Read(from, buffer, offset);
        }
        catch (IOException failure)
        {
            throw FileFailure.Of(failure, $"failed reading from file '{path}'");
        }
    }
}
