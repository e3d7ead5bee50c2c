using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Native;

/// <summary>Unix sockets that outlive us: .NET's own would delete the name when it is closed here.</summary>
internal static unsafe partial class LibC
{
    internal const int MaxSocketPath = 107;

    private const int AF_UNIX = 1;
    private const int SOCK_STREAM = 1;
    private const int SOCK_SEQPACKET = 5;
    private const int SOCK_CLOEXEC = 0x80000;

    [StructLayout(LayoutKind.Sequential)]
    private struct UnixAddress
    {
        public ushort Family;
        public fixed byte Path[MaxSocketPath + 1];
    }

    /// <summary>Makes two sockets that carry messages to each other.</summary>
    internal static (SafeFileHandle Ours, SafeFileHandle Theirs) CreatePair() => CreatePair(SOCK_SEQPACKET);

    /// <summary>Makes two sockets that carry bytes to each other.</summary>
    internal static (SafeFileHandle Ours, SafeFileHandle Theirs) CreateStreamPair() => CreatePair(SOCK_STREAM);

    /// <summary>Makes a socket that listens under a path which only its owner may connect to.</summary>
    internal static SafeFileHandle Listen(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        if (bytes.Length > MaxSocketPath) throw new IOException($"UNIX socket path '{path}' too long");
        var address = new UnixAddress { Family = AF_UNIX };
        bytes.CopyTo(new Span<byte>(address.Path, MaxSocketPath));
        var socket = new SafeFileHandle(Check(Socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"), true);
        try
        {
            // Linux gives the name the mode of the socket, so that it is never open to others, not even for a moment.
            Check(ChangeMode(socket, 0x180), "fchmod");
            Check(Bind(socket, &address, (uint)(sizeof(ushort) + bytes.Length + 1)), $"bind '{path}'");
            Check(Listen(socket, 1), "listen");
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static (SafeFileHandle Ours, SafeFileHandle Theirs) CreatePair(int type)
    {
        var pair = stackalloc int[2];
        Check(SocketPair(AF_UNIX, type | SOCK_CLOEXEC, 0, pair), "socketpair");
        return (new SafeFileHandle(pair[0], true), new SafeFileHandle(pair[1], true));
    }

    [LibraryImport(Library, EntryPoint = "socket", SetLastError = true)]
    private static partial int Socket(int family, int type, int protocol);

    [LibraryImport(Library, EntryPoint = "socketpair", SetLastError = true)]
    private static partial int SocketPair(int family, int type, int protocol, int* pair);

    [LibraryImport(Library, EntryPoint = "bind", SetLastError = true)]
    private static partial int Bind(SafeHandle socket, UnixAddress* address, uint length);

    [LibraryImport(Library, EntryPoint = "listen", SetLastError = true)]
    private static partial int Listen(SafeHandle socket, int backlog);

    [LibraryImport(Library, EntryPoint = "fchmod", SetLastError = true)]
    private static partial int ChangeMode(SafeHandle file, uint mode);
}
