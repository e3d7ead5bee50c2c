using System.Runtime.InteropServices;

namespace Lodge.Qemu.Native;

/// <summary>The kernel's own random bytes: a cryptographic library loaded for these alone takes megabytes.</summary>
internal static unsafe partial class LibC
{
    /// <summary>Gives bytes that nobody can guess.</summary>
    /// <remarks>Source: getrandom(2); up to 256 bytes come whole.</remarks>
    internal static byte[] RandomBytes(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 256);
        var bytes = new byte[count];
        fixed (byte* start = bytes)
        {
            if (GetRandom(start, (nuint)count, 0) != count) throw new IOException("the kernel gives no random bytes");
        }

        return bytes;
    }

    [LibraryImport(Library, EntryPoint = "getrandom", SetLastError = true)]
    private static partial nint GetRandom(byte* bytes, nuint count, uint flags);
}
