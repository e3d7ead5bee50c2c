using Lodge.Daemon.Domains.Jobs;
using Lodge.Protocol;
using Lodge.Protocol.Constants;

namespace Lodge.Daemon.Domains;

/// <summary>A domain: its present snapshot for readers, its job queue for changes.</summary>
internal sealed class DomainObject
{
    private DomainSnapshot _current;
    private TaskCompletionSource? _changed;

    /// <summary>A domain that begins so.</summary>
    public DomainObject(DomainSnapshot first) => _current = first;

    /// <summary>Its UUID, which never changes.</summary>
    public VirUuid Uuid => _current.Uuid;

    /// <summary>All that is known of it now.</summary>
    public DomainSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Where changes wait for their turn.</summary>
    public DomainJobQueue Jobs { get; } = new();

    /// <summary>Whether it has left the registry; a job that waited meanwhile finds no domain.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>Replaces the snapshot by one made of it; repeated where another change came between.</summary>
    /// <param name="change">Makes the next from the present one; returns the same to change nothing.</param>
    /// <returns>The snapshot before, and the one now.</returns>
    public (DomainSnapshot Before, DomainSnapshot After) Publish(Func<DomainSnapshot, DomainSnapshot> change)
    {
        while (true)
        {
            var before = Volatile.Read(ref _current);
            var after = change(before);
            if (!ReferenceEquals(Interlocked.CompareExchange(ref _current, after, before), before))
                continue;
            Interlocked.Exchange(ref _changed, null)?.TrySetResult();
            return (before, after);
        }
    }

    /// <summary>
    /// Waits until what QEMU told has become a state, so that whoever asks next sees it too; ends early with the run.
    /// </summary>
    /// <param name="live">The run.</param>
    /// <param name="reached">Whether a state is the one waited for.</param>
    public async ValueTask WaitAsync(LiveDomain live, Func<VirDomainState, bool> reached)
    {
        var ended = Task.WhenAny(live.Ended.Task, live.Monitor.Closed);
        while (!ended.IsCompleted)
        {
            // Asked for before looking: a change after the look is not missed.
            var changed = NextChange();
            var now = Current;
            if (now.Live != live || reached(now.State))
                return;
            await Task.WhenAny(changed, ended);
        }
    }

    private Task NextChange()
    {
        var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _changed, next, null) ?? next).Task;
    }
}
