using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Host.Native;

/// <summary>
/// Processes by a descriptor that never means another one (<c>pidfd_open(2)</c>), and waiting for several.
/// </summary>
internal static unsafe partial class LibC
{
    private const nint PidFdOpenNumber = 434;
    private const nint PidFdSendSignalNumber = 424;
    private const int EpollCloseOnExec = 0x80000;
    private const int EpollAdd = 1;
    private const int EpollDelete = 2;
    private const uint EpollReadable = 1;

    /// <summary>Opens a process; null where there is none.</summary>
    public static SafeFileHandle? OpenProcess(int pid)
    {
        var file = SystemCall(PidFdOpenNumber, pid, 0, 0, 0);
        return file < 0 ? null : new SafeFileHandle(file, ownsHandle: true);
    }

    /// <summary>Sends a signal to an open process; nothing happens where it has ended.</summary>
    public static void Signal(SafeFileHandle process, int number) =>
        _ = SystemCall(PidFdSendSignalNumber, process.DangerousGetHandle(), number, 0, 0);

    /// <summary>Makes something that waits for many descriptors.</summary>
    public static SafeFileHandle CreateEpoll() => new(EpollCreate(EpollCloseOnExec), ownsHandle: true);

    /// <summary>Begins to wait for a descriptor to be readable.</summary>
    public static void Watch(SafeFileHandle epoll, SafeFileHandle file, long key)
    {
        var wanted = new EpollEvent { Events = EpollReadable, Data = key };
        _ = EpollControl(epoll, EpollAdd, file, &wanted);
    }

    /// <summary>Waits for a descriptor no longer.</summary>
    public static void Unwatch(SafeFileHandle epoll, SafeFileHandle file) =>
        _ = EpollControl(epoll, EpollDelete, file, null);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    public static partial int EpollWait(SafeFileHandle epoll, EpollEvent* events, int count, int timeout);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint first, nint second, nint third, nint fourth);

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int EpollCreate(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int EpollControl(SafeFileHandle epoll, int what, SafeFileHandle file, EpollEvent* wanted);

    /// <summary><c>struct epoll_event</c>.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct EpollEvent
    {
        public uint Events;
        public long Data;
    }
}
