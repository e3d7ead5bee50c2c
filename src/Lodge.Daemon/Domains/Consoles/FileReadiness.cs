using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Domains.Consoles;

/// <summary>
/// Waits for terminals to have data or room, all of them on one thread: .NET waits so for sockets, but for no other
/// file.
/// </summary>
/// <remarks>Source: epoll(7).</remarks>
internal static partial class FileReadiness
{
    private const int CloseOnExec = 0x80000;
    private const int Add = 1;
    private const int Remove = 2;
    private const uint Input = 0x1;
    private const uint Output = 0x4;
    private const uint OneShot = 1u << 30;
    private const int Interrupted = 4;
    private const int DuplicateCloseOnExec = 1030;

    // The kernel's structure, events and then data, is packed on x86-64 alone.
    private static readonly int EventData = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;
    private static readonly int EventSize = EventData + sizeof(ulong);

    private static readonly ConcurrentDictionary<ulong, TaskCompletionSource> Waiters = new();
    private static readonly Lazy<int> Loop = new(Start);
    private static ulong _lastWaiter;

    /// <summary>Waits until the file can be read or written, or its other end is gone.</summary>
    public static async Task WaitAsync(SafeFileHandle file, bool toWrite, CancellationToken cancellation)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var number = Interlocked.Increment(ref _lastWaiter);

        // A descriptor of its own: one file may be waited for in both directions at once, and closed meanwhile.
        using var watched = Duplicate(file);
        Waiters[number] = waiter;
        try
        {
            Watch(watched, (toWrite ? Output : Input) | OneShot, number);
            await using var registration = cancellation.Register(() => waiter.TrySetCanceled(cancellation));
            await waiter.Task;
        }
        finally
        {
            Waiters.TryRemove(number, out _);
            _ = EpollControl(Loop.Value, Remove, (int)watched.DangerousGetHandle(), 0);
        }
    }

    private static SafeFileHandle Duplicate(SafeFileHandle file)
    {
        var copy = FileControl(file, DuplicateCloseOnExec, 0);
        return copy >= 0
            ? new SafeFileHandle(copy, ownsHandle: true)
            : throw State.PosixFile.LastError("cannot watch a console");
    }

    private static unsafe void Watch(SafeFileHandle file, uint events, ulong number)
    {
        var wanted = stackalloc byte[EventSize];
        *(uint*)wanted = events;
        *(ulong*)(wanted + EventData) = number;
        if (EpollControl(Loop.Value, Add, (int)file.DangerousGetHandle(), (nint)wanted) < 0)
            throw State.PosixFile.LastError("cannot watch a console");
    }

    private static int Start()
    {
        var loop = EpollCreate(CloseOnExec);
        if (loop < 0)
            throw State.PosixFile.LastError("cannot watch consoles");
        new Thread(() => Run(loop)) { IsBackground = true, Name = "consoles" }.UnsafeStart();
        return loop;
    }

    private static unsafe void Run(int loop)
    {
        const int Most = 64;
        var ready = stackalloc byte[EventSize * Most];
        while (true)
        {
            var count = EpollWait(loop, ready, Most, -1);
            if (count < 0 && Marshal.GetLastPInvokeError() != Interrupted)
                return;
            for (var i = 0; i < count; i++)
            {
                if (Waiters.TryGetValue(*(ulong*)(ready + (EventSize * i) + EventData), out var waiter))
                    waiter.TrySetResult();
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int EpollCreate(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int EpollControl(int loop, int operation, int file, nint wanted);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static unsafe partial int EpollWait(int loop, byte* ready, int most, int timeout);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int FileControl(SafeFileHandle file, int command, int argument);
}
