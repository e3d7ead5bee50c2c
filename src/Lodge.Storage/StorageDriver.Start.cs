using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Backends;
using Lodge.Storage.Pools;

namespace Lodge.Storage;

public sealed partial class StorageDriver
{
    /// <summary>Starts a pool that nobody stored: it is gone once it stops.</summary>
    /// <param name="xml">The pool.</param>
    /// <param name="build">The flags to build it with before; null not to.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="VirException">The XML is refused, another pool is in its way, or it cannot be
    /// started.</exception>
    public async ValueTask<StoragePool> CreateAsync(
        string xml, VirStoragePoolBuildFlags? build, CancellationToken cancellation)
    {
        var definition = StoragePoolXml.Parse(xml);
        var backend = Backend(definition.Type);
        var (pool, isNew) = Pools.FindOrAdd(definition, live: true);

        // Nobody holds a pool that is new; a client that left meanwhile must not leave it behind half made.
        using var job = await pool.BeginAsync(
            "virStoragePoolCreateXML", isNew ? CancellationToken.None : cancellation);
        if (!isNew)
        {
            RefuseAlreadyActive(pool.Current);

            // What is stored comes back when this run of the pool ends.
            pool.Publish(s => s with { NextDefinition = s.NextDefinition ?? s.Definition, Definition = definition });
        }

        await StartAsync(pool, backend, build, cancellation);
        Emit(pool, VirStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_STARTED);
        return pool;
    }

    /// <summary>Starts a stored pool.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="build">The flags to build it with before; null not to.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="VirException">It is active, or cannot be started; nothing of it is left on the host
    /// then.</exception>
    public async ValueTask StartAsync(
        StoragePool pool, VirStoragePoolBuildFlags? build, CancellationToken cancellation)
    {
        var backend = Backend(pool.Current.Definition.Type);
        RefuseAlreadyActive(pool.Current);
        RefuseStarting(pool.Current);
        using var job = await pool.BeginAsync("virStoragePoolCreate", cancellation);
        RefuseAlreadyActive(pool.Current);
        await StartAsync(pool, backend, build, cancellation);
        Emit(pool, VirStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_STARTED);
    }

    /// <summary>Makes what a pool stands on.</summary>
    /// <exception cref="VirException">It is active, or what it stands on cannot be made.</exception>
    public async ValueTask BuildAsync(
        StoragePool pool, VirStoragePoolBuildFlags flags, CancellationToken cancellation)
    {
        var backend = Backend(pool.Current.Definition.Type);
        RefuseAlreadyActive(pool.Current);
        RefuseStarting(pool.Current);
        using var job = await pool.BeginAsync("virStoragePoolBuild", cancellation);
        RefuseAlreadyActive(pool.Current);
        pool.Publish(s => s with { IsStarting = true });
        try
        {
            await backend.BuildAsync(pool.Current.Definition, flags, cancellation);
        }
        finally
        {
            BecomeInactive(pool);
        }

        Emit(pool, VirStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_CREATED);
    }

    private static void RefuseAlreadyActive(PoolSnapshot now)
    {
        if (now.IsActive)
            throw StorageError.Operation($"storage pool '{now.Name}' is already active");
    }

    // With the job held. What was started is stopped again where a later step fails.
    private async ValueTask StartAsync(
        StoragePool pool, IPoolBackend backend, VirStoragePoolBuildFlags? build, CancellationToken cancellation)
    {
        pool.Publish(s => s with { IsStarting = true });
        var definition = pool.Current.Definition;
        try
        {
            if (build is { } flags)
                await backend.BuildAsync(definition, flags, cancellation);
            await backend.StartAsync(definition, cancellation);
            try
            {
                _store.WriteState(pool.Name, StoragePoolXml.Format(definition));
                var contents = await backend.RefreshAsync(definition, VolumeSet.Empty, cancellation);
                pool.Publish(s => Looked(s, contents) with { IsActive = true, IsStarting = false });
            }
            catch
            {
                await GiveBackAsync(pool, backend);
                throw;
            }
        }
        catch
        {
            BecomeInactive(pool);
            throw;
        }
    }

    private static PoolSnapshot Looked(PoolSnapshot before, PoolContents contents) => before with
    {
        Definition = contents.Definition,
        Usage = contents.Usage,
        Volumes = VolumeSet.Of(contents.Volumes),
    };

    // The error that brought us here is the one to tell: what fails now is only reported.
    private async ValueTask GiveBackAsync(StoragePool pool, IPoolBackend backend)
    {
        try
        {
            _store.RemoveState(pool.Name);
            await backend.StopAsync(pool.Current.Definition, CancellationToken.None);
        }
        catch (Exception failure) when (failure is VirException or IOException)
        {
            _report($"Failed to stop storage pool '{pool.Name}' that did not start: {failure.Message}");
        }
    }

    private void BecomeInactive(StoragePool pool)
    {
        var now = pool.Publish(s => s with
        {
            IsActive = false,
            IsStarting = false,
            Volumes = VolumeSet.Empty,
            Definition = s.NextDefinition ?? s.Definition,
            Usage = s.NextDefinition is null ? s.Usage : default,
            NextDefinition = null,
        });
        if (!now.IsPersistent)
            Pools.Remove(pool);
    }
}
