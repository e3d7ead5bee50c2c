using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lodge.Transport.Unix.Server;

/// <summary>Reads and writes the kernel's <c>struct epoll_event</c>, which is packed on x86-64 alone.</summary>
internal static unsafe class EpollInterest
{
    private static readonly bool Packed = RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>The bytes of one.</summary>
    internal static readonly int Size = Packed ? 12 : 16;

    private static readonly int TokenOffset = Packed ? 4 : 8;

    internal static void Write(byte* at, uint events, long token)
    {
        Unsafe.WriteUnaligned(at, events);
        Unsafe.WriteUnaligned(at + TokenOffset, token);
    }

    internal static (uint Events, long Token) Read(byte* at) =>
        (Unsafe.ReadUnaligned<uint>(at), Unsafe.ReadUnaligned<long>(at + TokenOffset));
}
