namespace Lodge.Storage.Pools;

/// <summary>The right to change a pool; given back when disposed.</summary>
public readonly struct PoolJob : IDisposable
{
    private readonly StoragePool _pool;

    internal PoolJob(StoragePool pool) => _pool = pool;

    /// <inheritdoc/>
    public void Dispose() => _pool.Release();
}
