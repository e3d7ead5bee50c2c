using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Host.Readiness;

/// <summary>
/// Waits for files to have data or room (terminals, pipes), or for processes to end, all of them on one thread: .NET
/// waits so for sockets alone.
/// </summary>
/// <remarks>Source: epoll(7).</remarks>
public static partial class FileReadiness
{
    private const int CloseOnExec = 0x80000;
    private const int Add = 1;
    private const int Remove = 2;
    private const uint Input = 0x1;
    private const uint Output = 0x4;
    private const uint OneShot = 1u << 30;
    private const int Interrupted = 4;
    private const int DuplicateCloseOnExec = 1030;
    private const int StackSize = 128 * 1024;

    // The kernel's structure, events and then data, is packed on x86-64 alone.
    private static readonly int EventData = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;
    private static readonly int EventSize = EventData + sizeof(ulong);

    private static readonly ConcurrentDictionary<ulong, TaskCompletionSource> Waiters = new();
    private static readonly Lazy<int> Loop = new(Start);
    private static ulong _lastWaiter;

    /// <summary>Waits until the file can be read or written, or its other end is gone.</summary>
    /// <param name="file">What epoll knows: no file of a disk. It may be closed meanwhile.</param>
    /// <param name="toWrite">Whether for room rather than for data; a process's descriptor has data when it
    /// ends.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="IOException">The file cannot be waited for.</exception>
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
            : throw Refused("fcntl");
    }

    private static unsafe void Watch(SafeFileHandle file, uint events, ulong number)
    {
        var wanted = stackalloc byte[EventSize];
        *(uint*)wanted = events;
        *(ulong*)(wanted + EventData) = number;
        if (EpollControl(Loop.Value, Add, (int)file.DangerousGetHandle(), (nint)wanted) < 0)
            throw Refused("epoll_ctl");
    }

    private static int Start()
    {
        var loop = EpollCreate(CloseOnExec);
        if (loop < 0)
            throw Refused("epoll_create1");
        new Thread(() => Run(loop), StackSize) { IsBackground = true, Name = "readiness" }.UnsafeStart();
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

    private static IOException Refused(string call) =>
        new($"cannot wait for a file: {call}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int EpollCreate(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int EpollControl(int loop, int operation, int file, nint wanted);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static unsafe partial int EpollWait(int loop, byte* ready, int most, int timeout);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int FileControl(SafeFileHandle file, int command, int argument);
}
