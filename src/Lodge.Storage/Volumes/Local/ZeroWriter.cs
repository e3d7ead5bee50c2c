using Microsoft.Win32.SafeHandles;

namespace Lodge.Storage.Volumes.Local;

/// <summary>Writes zeroes where a file system cannot do it by itself.</summary>
internal static class ZeroWriter
{
    private static readonly byte[] Zeroes = new byte[1024 * 1024];

    /// <summary>Writes so many from an offset on.</summary>
    public static void Write(SafeFileHandle file, long offset, long length, CancellationToken cancellation)
    {
        while (length > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = (int)Math.Min(length, Zeroes.Length);
            RandomAccess.Write(file, Zeroes.AsSpan(0, count), offset);
            offset += count;
            length -= count;
        }
    }
}
