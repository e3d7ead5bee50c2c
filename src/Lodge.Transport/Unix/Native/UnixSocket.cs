using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport.Unix.Native;

/// <summary>
/// A non-blocking unix stream socket that carries bytes, and files beside them (SCM_RIGHTS, <c>unix(7)</c>).
/// </summary>
/// <remarks>Each call says what it did at once: a count, or <see cref="WouldBlock"/>.</remarks>
internal static unsafe class UnixSocket
{
    /// <summary>Nothing can be done now; wait until the socket is ready.</summary>
    public const int WouldBlock = -1;

    /// <summary>The longest path of a socket, without its NUL.</summary>
    public const int PathMax = 107;

    // Room for as many files as the kernel puts into one message (SCM_MAX_FD).
    private const int FilesPerMessage = 253;
    private const int ControlHeaderSize = 16;

    /// <summary>Connects to a socket by its path; a path that starts with a NUL is an abstract name.</summary>
    /// <exception cref="Win32Exception">Nobody listens there, or it is not ours to use.</exception>
    public static SafeFileHandle Connect(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        if (bytes.Length > PathMax)
        {
            throw new Win32Exception(36, $"Path {path} too long for unix socket");
        }

        var address = stackalloc byte[PathMax + 3];
        new Span<byte>(address, PathMax + 3).Clear();
        *(ushort*)address = Libc.AF_UNIX;
        bytes.CopyTo(new Span<byte>(address + 2, PathMax));

        var descriptor = Libc.Socket(Libc.AF_UNIX, Libc.SOCK_STREAM | Libc.SOCK_CLOEXEC, 0);
        var socket = new SafeFileHandle(Check(descriptor), ownsHandle: true);
        var length = (uint)(2 + bytes.Length + (bytes.Length > 0 && bytes[0] == 0 ? 0 : 1));
        while (Libc.Connect(socket, address, length) < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != Libc.EINTR)
            {
                socket.Dispose();
                throw new Win32Exception(error);
            }
        }

        return socket;
    }

    /// <summary>Makes two sockets that are connected to each other.</summary>
    public static (SafeFileHandle First, SafeFileHandle Second) CreatePair()
    {
        var pair = stackalloc int[2];
        Check(Libc.SocketPair(Libc.AF_UNIX, Libc.SOCK_STREAM | Libc.SOCK_CLOEXEC, 0, pair));
        return (new SafeFileHandle(pair[0], true), new SafeFileHandle(pair[1], true));
    }

    /// <summary>Receives bytes, and adds the files that came with them.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="files">Where the files go.</param>
    /// <param name="waits">Whether to wait for bytes; a socket that is set not to block does not.</param>
    /// <returns>How many bytes; 0 at the end; or <see cref="WouldBlock"/>.</returns>
    /// <exception cref="Win32Exception">The connection is broken.</exception>
    public static int Receive(SafeHandle socket, Span<byte> buffer, Queue<SafeFileHandle> files, bool waits = false)
    {
        const int ControlSize = ControlHeaderSize + (FilesPerMessage * sizeof(int)) + 4;
        var control = stackalloc byte[ControlSize];
        var flags = Libc.MSG_CMSG_CLOEXEC | (waits ? 0 : Libc.MSG_DONTWAIT);
        fixed (byte* bytes = buffer)
        {
            var vector = new Libc.IoVector { Base = bytes, Length = (nuint)buffer.Length };
            var message = new Libc.MessageVector
            {
                Vectors = &vector, VectorCount = 1, Control = control, ControlLength = ControlSize,
            };
            while (true)
            {
                var received = Libc.ReceiveMessage(socket, &message, flags);
                if (received >= 0)
                {
                    TakeFiles(in message, files);
                    return (int)received;
                }

                if (!IsInterrupted())
                {
                    return WouldBlock;
                }
            }
        }
    }

    /// <summary>Sends bytes.</summary>
    /// <returns>How many were taken, or <see cref="WouldBlock"/>.</returns>
    /// <exception cref="Win32Exception">The connection is broken.</exception>
    public static int Send(SafeHandle socket, ReadOnlySpan<byte> buffer)
    {
        fixed (byte* bytes = buffer)
        {
            while (true)
            {
                var sent = Libc.Send(socket, bytes, (nuint)buffer.Length, Libc.MSG_DONTWAIT | Libc.MSG_NOSIGNAL);
                if (sent >= 0)
                {
                    return (int)sent;
                }

                if (!IsInterrupted())
                {
                    return WouldBlock;
                }
            }
        }
    }

    /// <summary>Sends one file with one zero byte, as libvirt sends each file (<c>virSocketSendFD</c>).</summary>
    /// <returns>1, or <see cref="WouldBlock"/>.</returns>
    /// <exception cref="Win32Exception">The connection is broken, or the file cannot be sent.</exception>
    public static int SendFile(SafeHandle socket, SafeHandle file)
    {
        const int ControlSize = ControlHeaderSize + 8;
        byte zero = 0;
        var control = stackalloc byte[ControlSize];
        var header = (Libc.ControlHeader*)control;
        var held = false;
        file.DangerousAddRef(ref held);
        try
        {
            *header = new() { Length = ControlHeaderSize + sizeof(int), Level = Libc.SOL_SOCKET,
                Type = Libc.SCM_RIGHTS };
            *(int*)(control + ControlHeaderSize) = (int)file.DangerousGetHandle();
            var vector = new Libc.IoVector { Base = &zero, Length = 1 };
            var message = new Libc.MessageVector
            {
                Vectors = &vector, VectorCount = 1, Control = control, ControlLength = ControlSize,
            };
            while (true)
            {
                var sent = Libc.SendMessage(socket, &message, Libc.MSG_DONTWAIT | Libc.MSG_NOSIGNAL);
                if (sent >= 0)
                {
                    return (int)sent;
                }

                if (!IsInterrupted())
                {
                    return WouldBlock;
                }
            }
        }
        finally
        {
            file.DangerousRelease();
        }
    }

    /// <summary>Makes another descriptor of the same open file.</summary>
    /// <exception cref="Win32Exception">The process has too many files.</exception>
    public static SafeFileHandle Duplicate(SafeHandle file) =>
        new(Check(Libc.FileControl(file, Libc.F_DUPFD_CLOEXEC, 0)), ownsHandle: true);

    /// <summary>Blocks until the socket can be read.</summary>
    public static void WaitReadable(SafeHandle socket) => Wait(socket, Libc.POLLIN);

    /// <summary>Blocks until the socket can be written.</summary>
    public static void WaitWritable(SafeHandle socket) => Wait(socket, Libc.POLLOUT);

    /// <summary>Ends both directions, which wakes whoever waits on the socket.</summary>
    public static void Shutdown(SafeHandle socket) => Libc.Shutdown(socket, Libc.SHUT_RDWR);

    private static void Wait(SafeHandle socket, short events)
    {
        var held = false;
        socket.DangerousAddRef(ref held);
        try
        {
            var entry = new Libc.PollEntry { Descriptor = (int)socket.DangerousGetHandle(), Events = events };
            while (Libc.Poll(&entry, 1, -1) < 0)
            {
                IsInterrupted();
            }
        }
        finally
        {
            socket.DangerousRelease();
        }
    }

    private static void TakeFiles(ref readonly Libc.MessageVector message, Queue<SafeFileHandle> files)
    {
        var at = message.Control;
        var end = at + message.ControlLength;
        while (end - at >= ControlHeaderSize)
        {
            var header = (Libc.ControlHeader*)at;
            if (header->Length < ControlHeaderSize || header->Length > (nuint)(end - at))
            {
                return;
            }

            if (header->Level == Libc.SOL_SOCKET && header->Type == Libc.SCM_RIGHTS)
            {
                var count = (int)((header->Length - ControlHeaderSize) / sizeof(int));
                for (var i = 0; i < count; i++)
                {
                    files.Enqueue(new SafeFileHandle(((int*)(at + ControlHeaderSize))[i], ownsHandle: true));
                }
            }

            at += (header->Length + 7) & ~(nuint)7;
        }
    }

    /// <summary>True when the call is to be made again, false when it would block; throws on any other error.</summary>
    private static bool IsInterrupted() => Marshal.GetLastPInvokeError() switch
    {
        Libc.EINTR => true,
        Libc.EAGAIN => false,
        var error => throw new Win32Exception(error),
    };

    private static int Check(int result) =>
        result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());
}
