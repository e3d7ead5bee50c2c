using System.Diagnostics.CodeAnalysis;
using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Storage.Pools;

/// <summary>
/// A storage pool: what is known of it, read without waiting, and the right to change it, which one has at a time.
/// </summary>
[SuppressMessage(
    "Design", "CA1001:Types that own disposable fields should be disposable",
    Justification = "A semaphore without a wait handle holds nothing of the system.")]
public sealed class StoragePool
{
    private static readonly TimeSpan JobLimit = TimeSpan.FromSeconds(30);

    private readonly Lock _publishing = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private PoolSnapshot _current;
    private string? _holder;

    /// <summary>A pool.</summary>
    public StoragePool(PoolSnapshot snapshot) => _current = snapshot;

    /// <summary>Its name, which never changes.</summary>
    public string Name => Current.Name;

    /// <summary>Its UUID, which never changes.</summary>
    public VirUuid Uuid => Current.Definition.Uuid;

    /// <summary>What is known now.</summary>
    public PoolSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Makes a change known to all at once.</summary>
    /// <returns>The snapshot just published.</returns>
    public PoolSnapshot Publish(Func<PoolSnapshot, PoolSnapshot> change)
    {
        lock (_publishing)
        {
            var next = change(_current);
            Volatile.Write(ref _current, next);
            return next;
        }
    }

    /// <summary>Waits until the pool may be changed.</summary>
    /// <param name="api">The public function, for the message of whoever waits in vain.</param>
    /// <param name="cancellation">Ends the wait, as when the caller is gone.</param>
    /// <exception cref="VirException">
    /// VIR_ERR_OPERATION_TIMEOUT after 30 s, naming the holder; VIR_ERR_NO_STORAGE_POOL where it is gone meanwhile.
    /// </exception>
    public async ValueTask<PoolJob> BeginAsync(string api, CancellationToken cancellation)
    {
        if (!await _turn.WaitAsync(JobLimit, cancellation))
        {
            throw StorageError.Of(
                VirErrorNumber.VIR_ERR_OPERATION_TIMEOUT,
                $"cannot change storage pool '{Name}' (held by {Volatile.Read(ref _holder)})");
        }

        Volatile.Write(ref _holder, api);
        var job = new PoolJob(this);
        if (!Current.IsRemoved)
            return job;
        job.Dispose();
        throw PoolRegistry.NotFound(Uuid, Name);
    }

    internal void Release()
    {
        Volatile.Write(ref _holder, null);
        _turn.Release();
    }
}
