using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Native;

/// <summary>
/// Processes seen from outside: descriptors for them, their end, signals (<c>pidfd_open(2)</c>, <c>waitid(2)</c>).
/// </summary>
internal static unsafe partial class LibC
{
    internal const int SIGKILL = 9;
    internal const int SIGTERM = 15;

    internal const int CLD_EXITED = 1;

    private const nint SYS_pidfd_send_signal = 424;
    private const nint SYS_pidfd_open = 434;
    private const int P_PIDFD = 3;
    private const int WNOHANG = 1;
    private const int WEXITED = 4;

    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct SignalInfo
    {
        [FieldOffset(8)]
        public int Code;

        [FieldOffset(16)]
        public int Pid;

        [FieldOffset(24)]
        public int Status;
    }

    /// <summary>Opens a process; the descriptor is readable once it has ended. Null where there is none.</summary>
    internal static SafeFileHandle? OpenProcess(int pid)
    {
        var file = SystemCall(SYS_pidfd_open, pid, 0, 0, 0);
        if (file >= 0) return new SafeFileHandle(file, ownsHandle: true);
        var error = Marshal.GetLastPInvokeError();
        return error == ESRCH ? null : throw new IOException($"pidfd_open {pid}: {Describe(error)}");
    }

    /// <summary>Sends a signal to an opened process, and never to another that has its number by now.</summary>
    internal static bool SendSignal(SafeFileHandle process, int signal)
    {
        var isHeld = false;
        try
        {
            process.DangerousAddRef(ref isHeld);
            return SystemCall(SYS_pidfd_send_signal, process.DangerousGetHandle(), signal, 0, 0) == 0;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
        finally
        {
            if (isHeld) process.DangerousRelease();
        }
    }

    /// <summary>Takes the status of an ended child.</summary>
    /// <returns>How it ended (<c>CLD_*</c>) and with what; null where it is not our child, or has not ended.</returns>
    internal static (int Code, int Status)? TakeStatus(SafeFileHandle process)
    {
        var info = default(SignalInfo);
        return WaitId(P_PIDFD, process, &info, WEXITED | WNOHANG) == 0 && info.Pid != 0
            ? (info.Code, info.Status)
            : null;
    }

    [LibraryImport(Library, EntryPoint = "waitid", SetLastError = true)]
    private static partial int WaitId(int kind, SafeFileHandle process, SignalInfo* info, int options);

    [LibraryImport(Library, EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint a, nint b, nint c, nint d);
}
