using System.Runtime.InteropServices;
using Lodge.Host.Readiness;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Domains.Consoles;

/// <summary>Reads and writes a terminal or socket without blocking a thread.</summary>
internal static partial class ConsoleFile
{
    private const int ReadWrite = 2;
    private const int NoTerminal = 0x100;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int DuplicateCloseOnExec = 1030;
    private const int SetFlags = 4;
    private const int Again = 11;
    private const int Interrupted = 4;

    /// <summary>Opens a pty's guest end.</summary>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_SYSTEM_ERROR where it cannot be opened.</exception>
    public static SafeFileHandle Open(string path)
    {
        var file = Open(path, ReadWrite | NoTerminal | NonBlocking | CloseOnExec, 0);
        return file >= 0
            ? new SafeFileHandle(file, ownsHandle: true)
            : throw State.PosixFile.LastError($"unable to open tty {path}");
    }

    /// <summary>A non-blocking handle of its own to a connected socket.</summary>
    public static SafeFileHandle Take(SafeHandle socket)
    {
        var copy = FileControl(socket, DuplicateCloseOnExec, 0);
        if (copy < 0)
            throw State.PosixFile.LastError("cannot open a channel");
        var file = new SafeFileHandle(copy, ownsHandle: true);
        _ = FileControl(file, SetFlags, NonBlocking);
        return file;
    }

    /// <summary>Reads what is there, waiting for the first byte.</summary>
    /// <returns>How many bytes; 0 when the other end is gone.</returns>
    public static async ValueTask<int> ReadAsync(
        SafeFileHandle file, Memory<byte> buffer, CancellationToken cancellation)
    {
        while (true)
        {
            var count = Read(file, buffer.Span);
            if (count >= 0)
                return count;
            var error = Marshal.GetLastPInvokeError();
            if (error == Interrupted)
                continue;
            if (error != Again)
                return 0;
            await FileReadiness.WaitAsync(file, toWrite: false, cancellation);
        }
    }

    /// <summary>Writes all, waiting for room.</summary>
    /// <returns>Whether the other end was there to the last byte.</returns>
    public static async ValueTask<bool> WriteAsync(
        SafeFileHandle file, ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        while (!data.IsEmpty)
        {
            var count = Write(file, data.Span);
            if (count >= 0)
            {
                data = data[count..];
                continue;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error == Interrupted)
                continue;
            if (error != Again)
                return false;
            await FileReadiness.WaitAsync(file, toWrite: true, cancellation);
        }

        return true;
    }

    private static unsafe int Read(SafeFileHandle file, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
            return (int)Read(file, start, (nuint)buffer.Length);
    }

    private static unsafe int Write(SafeFileHandle file, ReadOnlySpan<byte> data)
    {
        fixed (byte* start = data)
            return (int)Write(file, start, (nuint)data.Length);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static unsafe partial nint Read(SafeFileHandle file, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static unsafe partial nint Write(SafeFileHandle file, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int FileControl(SafeHandle file, int command, int argument);
}
