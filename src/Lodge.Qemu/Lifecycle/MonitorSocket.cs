using Lodge.Protocol.Errors;
using Lodge.Qemu.Native;
using Lodge.Qemu.Qmp;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Lifecycle;

/// <summary>
/// The socket of a monitor, made before QEMU: whoever connects waits for QEMU, so nobody has to try again and again.
/// </summary>
public static class MonitorSocket
{
    /// <summary>Makes a socket that listens under a path, in place of what was there.</summary>
    /// <exception cref="VirException">The path is too long (107 bytes at most), or nothing can be made
    /// there.</exception>
    public static SafeFileHandle Listen(string path)
    {
        try
        {
            File.Delete(path);
            return LibC.Listen(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw QmpErrors.Internal($"cannot listen on monitor socket: {cause.Message}", cause);
        }
    }
}
