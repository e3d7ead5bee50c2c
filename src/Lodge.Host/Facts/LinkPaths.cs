using System.Text;
using Lodge.Host.Native;

namespace Lodge.Host.Facts;

/// <summary>Paths with links in them, such as nearly all below /sys.</summary>
internal static unsafe class LinkPaths
{
    private const int LongestPath = 4096;

    /// <summary>The path with every link followed, or null where it leads nowhere.</summary>
    public static string? Resolve(string path)
    {
        var buffer = stackalloc byte[LongestPath];
        if (LibC.RealPath(path, buffer) == null)
        {
            return null;
        }

        var end = new ReadOnlySpan<byte>(buffer, LongestPath).IndexOf((byte)0);
        return Encoding.UTF8.GetString(buffer, end);
    }
}
