using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains.Jobs;

/// <summary>
/// Lets one change at a time at a domain, in the order they came. Whoever waits longer than the limit is refused and
/// told who holds the domain. Reads never come here.
/// </summary>
/// <remarks>
/// Source: the job rules above <c>virDomainObjBeginJobInternal</c> in libvirt's <c>virdomainjob.c</c>.
/// </remarks>
internal sealed class DomainJobQueue
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly TimeSpan _limit;
    private LinkedList<Waiter>? _waiters;
    private string? _holder;
    private string? _agentHolder;
    private DomainLongJob? _long;
    private DomainLongJob? _last;

    /// <summary>
    /// A queue whose waiters are refused after <paramref name="limit"/> (libvirt's 30 s where not given).
    /// </summary>
    public DomainJobQueue(TimeSpan? limit = null) => _limit = limit ?? DefaultLimit;

    /// <summary>The long job that runs now, if any.</summary>
    public DomainLongJob? Long => Volatile.Read(ref _long);

    /// <summary>The last long job that came to its end, forgotten unless it is to be kept.</summary>
    public DomainLongJob? TakeLast(bool keep)
    {
        lock (_lock)
        {
            var last = _last;
            if (!keep)
                _last = null;
            return last;
        }
    }

    /// <summary>Whether a job holds QEMU's monitor now.</summary>
    public bool IsBusy => Volatile.Read(ref _holder) is not null;

    /// <summary>Waits for the domain to be free for this job.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="api">The public function, for the message of whoever waits in vain.</param>
    /// <param name="within">The long job this one is a step of, if any.</param>
    /// <param name="cancellation">Ends the wait, as when the caller is gone.</param>
    /// <exception cref="VirException">VIR_ERR_OPERATION_TIMEOUT after the limit, naming the holder.</exception>
    public ValueTask<DomainJob> BeginAsync(
        DomainJobKind kind, string api, DomainLongJob? within = null, CancellationToken cancellation = default)
    {
        Waiter waiter;
        lock (_lock)
        {
            if (_waiters is null or { Count: 0 } && MayRun(kind, within))
            {
                Hold(kind, api);
                return new ValueTask<DomainJob>(new DomainJob(this, kind));
            }

            waiter = Enqueue(kind, api, within);
            GrantNext();
        }

        return new ValueTask<DomainJob>(WaitAsync(waiter, cancellation));
    }

    /// <summary>Waits for the domain to be free, then begins a long job that leaves room for short ones.</summary>
    public async ValueTask<DomainLongJob> BeginLongAsync(
        VirDomainJobOperation operation, string api, CancellationToken cancellation = default)
    {
        using (await BeginAsync(DomainJobKind.Modify, api, null, cancellation))
        {
            var job = new DomainLongJob(this, api, operation);
            lock (_lock)
                _long = job;
            return job;
        }
    }

    internal void Release(DomainJobKind kind)
    {
        lock (_lock)
        {
            if (kind == DomainJobKind.Agent)
                _agentHolder = null;
            else
                _holder = null;
            GrantNext();
        }
    }

    internal void ReleaseLong(DomainLongJob job)
    {
        lock (_lock)
        {
            if (_long == job)
                _long = null;
            if (job.HasSucceeded)
                _last = job;
            GrantNext();
        }
    }

    private static bool RunsBesideLong(DomainJobKind kind) =>
        kind is DomainJobKind.Query or DomainJobKind.Destroy or DomainJobKind.Abort;

    private bool MayRun(DomainJobKind kind, DomainLongJob? within)
    {
        if (kind == DomainJobKind.Agent)
            return _agentHolder is null;
        return _holder is null && (_long is null || _long == within || RunsBesideLong(kind));
    }

    private void Hold(DomainJobKind kind, string api)
    {
        if (kind == DomainJobKind.Agent)
            _agentHolder = api;
        else
            _holder = api;
    }

    private Waiter Enqueue(DomainJobKind kind, string api, DomainLongJob? within)
    {
        var waiter = new Waiter(kind, api, within);
        (_waiters ??= new LinkedList<Waiter>()).AddLast(waiter);
        return waiter;
    }

    private void GrantNext()
    {
        if (_waiters is null)
            return;
        for (var node = _waiters.First; node is not null;)
        {
            var next = node.Next;
            var waiter = node.Value;
            if (waiter.Task.IsCompleted)
            {
                _waiters.Remove(node);
            }
            else if (MayRun(waiter.Kind, waiter.Within))
            {
                _waiters.Remove(node);
                if (waiter.TrySetResult(new DomainJob(this, waiter.Kind)))
                    Hold(waiter.Kind, waiter.Api);
            }

            node = next;
        }
    }

    private async Task<DomainJob> WaitAsync(Waiter waiter, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(_limit);
        using var onLimit = limit.Token.Register(() => Refuse(waiter));
        using var onCancel = cancellation.Register(() => waiter.TrySetCanceled(cancellation));
        return await waiter.Task;
    }

    private void Refuse(Waiter waiter)
    {
        string? holder, agentHolder;
        lock (_lock)
        {
            var isAgent = waiter.Kind == DomainJobKind.Agent;
            holder = isAgent ? null : _holder ?? _long?.Api;
            agentHolder = isAgent ? _agentHolder : null;
        }

        var held = (holder, agentHolder) switch
        {
            (not null, _) => $" (held by monitor={holder})",
            (_, not null) => $" (held by agent={agentHolder})",
            _ => "",
        };
        _ = waiter.TrySetException(new VirException(
            VirErrorNumber.VIR_ERR_OPERATION_TIMEOUT,
            VirErrorDomain.VIR_FROM_QEMU,
            $"cannot acquire state change lock{held}"));
    }

    private sealed class Waiter(DomainJobKind kind, string api, DomainLongJob? within)
        : TaskCompletionSource<DomainJob>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public DomainJobKind Kind => kind;

        public string Api => api;

        public DomainLongJob? Within => within;
    }
}
