using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace Lodge.Transport.Unix.Server;

/// <summary>Makes listening sockets at paths.</summary>
[SupportedOSPlatform("linux")]
public static unsafe class UnixSocketAddress
{
    private const int LongestPath = 107;

    /// <summary>Opens a socket that listens at a path. Nobody can connect before its mode and group are set.</summary>
    /// <param name="path">Where; a socket left there by a daemon that is gone is replaced.</param>
    /// <param name="mode">Who may connect: those who may write to it.</param>
    /// <param name="group">The group it is given to, or null.</param>
    /// <param name="backlog">How many may wait to be accepted.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="IOException">Another process listens there, or the path is longer than a socket's may
    /// be.</exception>
    /// <exception cref="Win32Exception">The kernel refuses.</exception>
    public static int Listen(string path, UnixFileMode mode, uint? group, int backlog)
    {
        var address = stackalloc byte[LongestPath + 3];
        var length = Write(address, path);
        if (Directory.Exists(path))
        {
            throw new IOException($"Cannot listen at '{path}': it is a folder.");
        }

        if (File.Exists(path) && IsServed(address, length))
        {
            throw new IOException(
                $"Cannot listen at '{path}': another process serves it; stop it, or use another root.");
        }

        File.Delete(path);
        var socket = Check(SocketCalls.Socket(SocketCalls.AddressFamilyUnix, Kind, 0), path);
        try
        {
            Check(SocketCalls.Bind(socket, address, length), path);
            if (group is { } given)
            {
                Check(SocketCalls.ChangeOwner(path, uint.MaxValue, given), path);
            }

            File.SetUnixFileMode(path, mode);
            Check(SocketCalls.Listen(socket, backlog), path);
            return socket;
        }
        catch
        {
            _ = SocketCalls.Close(socket);
            throw;
        }
    }

    /// <summary>Takes over a listening socket that another process opened.</summary>
    /// <param name="descriptor">The descriptor; children do not inherit it from now on.</param>
    /// <returns>The path it listens at; empty for one without.</returns>
    /// <exception cref="Win32Exception">The descriptor is no socket.</exception>
    public static string Adopt(int descriptor)
    {
        const int setDescriptorFlags = 2, closeOnExec = 1;
        _ = SocketCalls.Control(descriptor, setDescriptorFlags, closeOnExec);
        var address = stackalloc byte[LongestPath + 3];
        var length = (uint)(LongestPath + 3);
        Check(SocketCalls.GetName(descriptor, address, &length), $"descriptor {descriptor}");
        return length <= 2 || *(ushort*)address != SocketCalls.AddressFamilyUnix
            ? ""
            : Encoding.UTF8.GetString(address + 2, (int)length - 2).TrimEnd('\0');
    }

    private const int Kind = SocketCalls.StreamSocket | SocketCalls.NonBlocking | SocketCalls.CloseOnExec;

    private static bool IsServed(byte* address, uint length)
    {
        var probe = Check(SocketCalls.Socket(SocketCalls.AddressFamilyUnix, Kind, 0), "socket");
        try
        {
            // A full queue says "try again": somebody is there all the same.
            return SocketCalls.Connect(probe, address, length) == 0
                || Marshal.GetLastPInvokeError() == SocketCalls.TryAgain;
        }
        finally
        {
            _ = SocketCalls.Close(probe);
        }
    }

    private static uint Write(byte* address, string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        if (bytes.Length > LongestPath)
        {
            throw new IOException($"Cannot listen at '{path}': a socket's path has at most {LongestPath} bytes.");
        }

        *(ushort*)address = SocketCalls.AddressFamilyUnix;
        bytes.CopyTo(new Span<byte>(address + 2, LongestPath));
        address[2 + bytes.Length] = 0;
        return (uint)(3 + bytes.Length);
    }

    private static int Check(int result, string path) =>
        result >= 0 ? result : throw new Win32Exception(
            Marshal.GetLastPInvokeError(),
            $"Cannot listen at '{path}': {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");
}
