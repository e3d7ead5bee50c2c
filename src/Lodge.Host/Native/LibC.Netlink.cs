using System.Runtime.InteropServices;

namespace Lodge.Host.Native;

/// <summary>Sockets of a family that .NET has no name for.</summary>
internal static unsafe partial class LibC
{
    /// <summary>The kernel's queue overflowed (errno).</summary>
    public const int NoBufferSpace = 105;

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    public static partial int Socket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "bind", SetLastError = true)]
    public static partial int Bind(SafeHandle socket, in NetlinkAddress address, int length);

    /// <summary>The number of a link; 0 where there is none of that name.</summary>
    [LibraryImport("libc", EntryPoint = "if_nametoindex", StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint InterfaceIndex(string name);

    /// <summary><c>sockaddr_nl</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct NetlinkAddress
    {
        public ushort Family;
        public ushort Padding;
        public uint Port;
        public uint Groups;
    }
}
