using Lodge.Storage.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Storage.Volumes.Streams;

/// <summary>Which parts of a file hold something, so that the others can be emptied again.</summary>
internal sealed class FileSpace
{
    /// <summary>The mode of <c>fallocate</c> that makes a hole and keeps the length.</summary>
    public const int Punch = 0x3;

    // A file in more pieces than this is not worth the memory: what lies behind counts as full.
    private const int MostPieces = 65536;

    private readonly List<(long Start, long End)> _full;
    private readonly long _size;

    private FileSpace(List<(long Start, long End)> full, long size) => (_full, _size) = (full, size);

    /// <summary>Looks at a file from an offset on.</summary>
    public static FileSpace Of(SafeFileHandle file, long offset, long size)
    {
        var full = new List<(long Start, long End)>();
        while (offset < size)
        {
            var start = LibC.Seek(file, offset, LibC.SeekData);
            if (start < 0) break;
            var end = full.Count < MostPieces ? LibC.Seek(file, start, LibC.SeekHole) : size;
            if (end <= start) end = size;
            full.Add((start, end));
            offset = end;
        }

        return new FileSpace(full, size);
    }

    /// <summary>Empties what was empty within a part, and gives the file its old length.</summary>
    public void GiveBack(SafeFileHandle file, long start, long end)
    {
        var position = start;
        foreach (var piece in _full)
        {
            if (piece.Start >= end) break;
            Empty(file, position, Math.Min(piece.Start, end));
            position = Math.Max(position, piece.End);
        }

        Empty(file, position, Math.Min(end, _size));
        if (end > _size) _ = LibC.Truncate(file, _size);
    }

    private static void Empty(SafeFileHandle file, long start, long end)
    {
        if (end > start) _ = LibC.Allocate(file, Punch, start, end - start);
    }
}
