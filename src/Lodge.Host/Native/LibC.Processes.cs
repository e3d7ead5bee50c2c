using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Host.Native;

/// <summary>Processes by a descriptor that never means another one (<c>pidfd_open(2)</c>).</summary>
internal static partial class LibC
{
    private const nint PidFdOpenNumber = 434;
    private const nint PidFdSendSignalNumber = 424;

    /// <summary>Opens a process; null where there is none.</summary>
    public static SafeFileHandle? OpenProcess(int pid)
    {
        var file = SystemCall(PidFdOpenNumber, pid, 0, 0, 0);
        return file < 0 ? null : new SafeFileHandle(file, ownsHandle: true);
    }

    /// <summary>Sends a signal to an open process; nothing happens where it has ended.</summary>
    public static void Signal(SafeFileHandle process, int number) =>
        _ = SystemCall(PidFdSendSignalNumber, process.DangerousGetHandle(), number, 0, 0);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint first, nint second, nint third, nint fourth);
}
