using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Pools;

namespace Lodge.Storage;

public sealed partial class StorageDriver
{
    /// <summary>Stops a pool; a transient one is gone then. The storage itself stays as it is.</summary>
    /// <exception cref="VirException">It is not active, or work goes on at its volumes.</exception>
    public async ValueTask StopAsync(StoragePool pool, CancellationToken cancellation)
    {
        var backend = Backend(pool.Current.Definition.Type);
        RefuseInactive(pool.Current);
        RefuseStarting(pool.Current);
        using var job = await pool.BeginAsync("virStoragePoolDestroy", cancellation);
        RefuseInactive(pool.Current);
        RefuseBusy(pool.Current);
        await backend.StopAsync(pool.Current.Definition, cancellation);
        _store.RemoveState(pool.Name);
        BecomeInactive(pool);
        Emit(pool, VirStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_STOPPED);
    }

    /// <summary>
    /// Takes away what an inactive pool stands on: its folder, its volume group, the label of its disk.
    /// </summary>
    /// <exception cref="VirException">It is active, or its type has nothing to take away
    /// (VIR_ERR_NO_SUPPORT).</exception>
    public async ValueTask DeleteAsync(
        StoragePool pool, VirStoragePoolDeleteFlags flags, CancellationToken cancellation)
    {
        var backend = Backend(pool.Current.Definition.Type);
        RefuseActive(pool.Current);
        RefuseStarting(pool.Current);
        using var job = await pool.BeginAsync("virStoragePoolDelete", cancellation);
        RefuseActive(pool.Current);
        RefuseBusy(pool.Current);
        _store.RemoveState(pool.Name);
        await backend.DeleteAsync(pool.Current.Definition, flags, cancellation);
        Emit(pool, VirStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_DELETED);
    }

    /// <summary>Looks at an active pool again. A pool that can no longer be looked at is stopped.</summary>
    /// <exception cref="VirException">It is not active, or work goes on at its volumes, or it cannot be looked
    /// at.</exception>
    public async ValueTask RefreshAsync(StoragePool pool, CancellationToken cancellation)
    {
        var backend = Backend(pool.Current.Definition.Type);
        RefuseInactive(pool.Current);
        RefuseStarting(pool.Current);
        using var job = await pool.BeginAsync("virStoragePoolRefresh", cancellation);
        RefuseInactive(pool.Current);
        RefuseBusy(pool.Current);
        var now = pool.Current;
        try
        {
            var contents = await backend.RefreshAsync(now.Definition, now.Volumes, cancellation);
            pool.Publish(s => Looked(s, contents));
        }
        catch (VirException)
        {
            await GiveBackAsync(pool, backend);
            BecomeInactive(pool);
            Emit(pool, VirStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_STOPPED);
            throw;
        }

        EmitRefresh(pool);
    }
}
