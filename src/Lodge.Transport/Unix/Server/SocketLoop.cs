using System.Collections.Concurrent;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Lodge.Transport.Unix.Server;

/// <summary>One thread that waits for many sockets and serves those that are ready.</summary>
/// <remarks>
/// All that a connection receives is read, and handed over, on the thread of its loop; sending may happen on every
/// thread.
/// A loop owns one receive buffer, so that a connection that is silent owns none.
/// </remarks>
public sealed unsafe class SocketLoop : IDisposable
{
    private const int ReadyAtOnce = 128;

    private readonly int _epoll;
    private readonly int _wake;
    private readonly Thread _thread;
    private readonly ConcurrentQueue<ILoopTarget> _posted = new();
    private readonly Lock _gate = new();
    private readonly Stack<int> _free = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (ILoopTarget? Target, int Generation)[] _slots = new (ILoopTarget?, int)[64];
    private int _used = 1;
    private volatile bool _stopping;
    private int _woken;

    /// <summary>Starts a loop.</summary>
    /// <param name="name">The name of its thread.</param>
    /// <exception cref="Win32Exception">The kernel refuses epoll.</exception>
    public SocketLoop(string name)
    {
        _epoll = Check(SocketCalls.CreateEpoll(SocketCalls.CloseOnExec), "epoll_create1");
        _wake = Check(SocketCalls.CreateEvent(0, SocketCalls.CloseOnExec | SocketCalls.NonBlocking), "eventfd");
        Watch(_wake, SocketCalls.EpollIn, 0, SocketCalls.EpollAdd);
        _thread = new Thread(Run, 256 * 1024) { Name = name, IsBackground = true };
        _thread.Start();
    }

    /// <summary>Completes when the loop's thread is over.</summary>
    public Task Ended => _ended.Task;

    /// <summary>The bytes a connection receives first; larger messages get a buffer of their own as they come
    /// in.</summary>
    internal byte[] ReceiveBuffer { get; } = GC.AllocateUninitializedArray<byte>(65536, pinned: true);

    internal bool IsCurrentThread => Thread.CurrentThread == _thread;

    /// <summary>Stops the loop: what is connected stays open in the kernel until its owner closes it.</summary>
    public void Dispose()
    {
        if (_stopping)
        {
            return;
        }

        _stopping = true;
        Wake();
        if (!IsCurrentThread)
        {
            _thread.Join();
        }
    }

    internal long Add(int descriptor, ILoopTarget target, uint events)
    {
        long token;
        lock (_gate)
        {
            var slot = _free.TryPop(out var freed) ? freed : _used++;
            if (slot == _slots.Length)
            {
                Array.Resize(ref _slots, _slots.Length * 2);
            }

            var generation = _slots[slot].Generation + 1;
            _slots[slot] = (target, generation);
            token = ((long)generation << 32) | (uint)slot;
        }

        Watch(descriptor, events, token, SocketCalls.EpollAdd);
        return token;
    }

    internal void Change(int descriptor, long token, uint events) =>
        Watch(descriptor, events, token, SocketCalls.EpollModify);

    internal void Remove(int descriptor, long token)
    {
        _ = SocketCalls.ControlEpoll(_epoll, SocketCalls.EpollDelete, descriptor, null);
        lock (_gate)
        {
            var slot = (int)(token & 0xFFFFFFFF);
            if (_slots[slot].Generation == (int)(token >> 32))
            {
                _slots[slot].Target = null;
                _free.Push(slot);
            }
        }
    }

    /// <summary>Calls the target's <see cref="ILoopTarget.Posted"/> on the loop's thread.</summary>
    internal void Post(ILoopTarget target)
    {
        _posted.Enqueue(target);
        Wake();
    }

    private static int Check(int result, string call) =>
        result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError(), call);

    private void Wake()
    {
        if (Interlocked.Exchange(ref _woken, 1) == 0)
        {
            ulong one = 1;
            _ = SocketCalls.Write(_wake, &one, sizeof(ulong));
        }
    }

    private void Watch(int descriptor, uint events, long token, int operation)
    {
        var interest = stackalloc byte[16];
        EpollInterest.Write(interest, events, token);
        Check(SocketCalls.ControlEpoll(_epoll, operation, descriptor, interest), "epoll_ctl");
    }

    private void Run()
    {
        var ready = stackalloc byte[ReadyAtOnce * 16];
        var watch = new BriefWatch();
        while (!_stopping)
        {
            var count = Wait(ready, ref watch);
            for (var i = 0; i < count; i++)
            {
                var (events, token) = EpollInterest.Read(ready + (i * EpollInterest.Size));
                if (token == 0)
                {
                    ulong ignored;
                    _ = SocketCalls.Read(_wake, &ignored, sizeof(ulong));
                    Volatile.Write(ref _woken, 0);
                }
                else
                {
                    Serve(Find(token), events);
                }
            }

            while (_posted.TryDequeue(out var target))
            {
                Serve(target, null);
            }
        }

        _ = SocketCalls.Close(_epoll);
        _ended.TrySetResult();
    }

    private int Wait(byte* ready, ref BriefWatch watch)
    {
        watch.Begin();
        int count;
        while ((count = SocketCalls.WaitEpoll(_epoll, ready, ReadyAtOnce, watch.GoesOn ? 0 : -1)) == 0)
        {
            Thread.Yield();
        }

        if (count > 0)
        {
            watch.Came(EpollInterest.Read(ready).Token, count == 1);
        }

        return count;
    }

    private static void Serve(ILoopTarget? target, uint? events)
    {
        try
        {
            if (events is { } ready)
            {
                target?.Ready(ready);
            }
            else
            {
                target?.Posted();
            }
        }
        catch (Exception failure)
        {
            target!.Failed(failure);
        }
    }

    // A slot may have been given to another since the kernel reported: the generation tells.
    private ILoopTarget? Find(long token)
    {
        var slot = (int)(token & 0xFFFFFFFF);
        lock (_gate)
        {
            return _slots[slot].Generation == (int)(token >> 32) ? _slots[slot].Target : null;
        }
    }
}
