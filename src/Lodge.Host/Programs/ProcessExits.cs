using System.Collections.Concurrent;
using Lodge.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Host.Programs;

/// <summary>One thread that sleeps until any watched process ends.</summary>
internal sealed unsafe class ProcessExits
{
    private const int StackSize = 128 * 1024;
    private const int Batch = 16;

    private readonly SafeFileHandle _epoll = LibC.CreateEpoll();
    private readonly ConcurrentDictionary<long, (SafeFileHandle Process, TaskCompletionSource Ended)> _watches = new();
    private long _lastKey;

    private ProcessExits() =>
        new Thread(Run, StackSize) { IsBackground = true, Name = "process ends" }.Start();

    /// <summary>The one of this process; it starts with the first use.</summary>
    public static ProcessExits Shared => Lazy.Instance;

    /// <summary>Watches an open process until it ends.</summary>
    public Task Watch(SafeFileHandle process)
    {
        var key = Interlocked.Increment(ref _lastKey);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _watches[key] = (process, ended);
        LibC.Watch(_epoll, process, key);
        return ended.Task;
    }

    /// <summary>Watches an open process no longer; its task never completes then.</summary>
    public void Forget(SafeFileHandle process)
    {
        foreach (var (key, watch) in _watches)
        {
            if (watch.Process == process && _watches.TryRemove(key, out _)) LibC.Unwatch(_epoll, process);
        }
    }

    private void Run()
    {
        var ended = stackalloc LibC.EpollEvent[Batch];
        while (true)
        {
            var count = LibC.EpollWait(_epoll, ended, Batch, -1);
            for (var i = 0; i < count; i++)
            {
                if (!_watches.TryRemove(ended[i].Data, out var watch)) continue;
                LibC.Unwatch(_epoll, watch.Process);
                watch.Ended.TrySetResult();
            }
        }
    }

    private static class Lazy
    {
        public static readonly ProcessExits Instance = new();
    }
}
