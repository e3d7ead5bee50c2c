using System.Collections.Concurrent;
using Lodge.Qemu.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Lifecycle;

/// <summary>One thread that sleeps until any watched process ends, children or not.</summary>
internal sealed unsafe class ExitWatcher
{
    private const int StackSize = 128 * 1024;
    private const int Batch = 16;

    private readonly SafeFileHandle _epoll = LibC.CreateEpoll();
    private readonly ConcurrentDictionary<long, Watched> _watches = new();
    private long _lastKey;

    private ExitWatcher() =>
        new Thread(Run, StackSize) { IsBackground = true, Name = "process exits" }.Start();

    /// <summary>The one of this process; it starts with the first use.</summary>
    public static ExitWatcher Shared => Lazy.Instance;

    /// <summary>Watches a process until it ends; the descriptor stays the caller's.</summary>
    public Task<ProcessExit> Watch(SafeFileHandle process)
    {
        var key = Interlocked.Increment(ref _lastKey);
        var watch = new Watched(process);
        _watches[key] = watch;
        LibC.EpollAdd(_epoll, process, key);
        return watch.Exited.Task;
    }

    private void Run()
    {
        var ended = stackalloc LibC.EpollEvent[Batch];
        while (true)
        {
            var count = LibC.EpollWait(_epoll, ended, Batch, -1);
            for (var i = 0; i < count; i++)
            {
                if (_watches.TryRemove(ended[i].Data, out var watch)) Finish(watch);
            }
        }
    }

    private void Finish(Watched watch)
    {
        LibC.EpollRemove(_epoll, watch.Process);
        var exit = LibC.TakeStatus(watch.Process) switch
        {
            (LibC.CLD_EXITED, var code) => new ProcessExit(code, null),
            (_, var signal) => new ProcessExit(null, signal),
            null => default,
        };
        watch.Exited.TrySetResult(exit);
    }

    private sealed record Watched(SafeFileHandle Process)
    {
        public TaskCompletionSource<ProcessExit> Exited { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static class Lazy
    {
        public static readonly ExitWatcher Instance = new();
    }
}
