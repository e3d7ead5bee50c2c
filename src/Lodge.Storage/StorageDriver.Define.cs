using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Pools;

namespace Lodge.Storage;

public sealed partial class StorageDriver
{
    /// <summary>Stores a pool's configuration; an active pool takes it over when it stops.</summary>
    /// <exception cref="VirException">The XML is refused, or another pool is in its way.</exception>
    public async ValueTask<StoragePool> DefineAsync(string xml, CancellationToken cancellation)
    {
        var definition = StoragePoolXml.Parse(xml);
        if (definition.Name.Contains('\n', StringComparison.Ordinal))
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_XML_DETAIL, VirErrorDomain.VIR_FROM_XML, "invalid char in name: \n");
        }

        _ = Backend(definition.Type);
        var (pool, isNew) = Pools.FindOrAdd(definition, live: false);

        // Nobody holds a pool that is new; a client that left meanwhile must not leave it behind half made.
        using var job = await pool.BeginAsync(
            "virStoragePoolDefineXML", isNew ? CancellationToken.None : cancellation);
        try
        {
            _store.WriteConfig(definition.Name, StoragePoolXml.Format(definition));
        }
        catch (VirException) when (isNew)
        {
            Pools.Remove(pool);
            throw;
        }

        pool.Publish(s => s.IsActive || s.IsStarting
            ? s with { NextDefinition = definition, IsPersistent = true }
            : s with { Definition = definition, IsPersistent = true, Usage = default });
        Emit(pool, VirStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_DEFINED);
        return pool;
    }

    /// <summary>Forgets an inactive pool; what it stands on stays.</summary>
    /// <exception cref="VirException">It is active, or work goes on.</exception>
    public async ValueTask UndefineAsync(StoragePool pool, CancellationToken cancellation)
    {
        RefuseStarting(pool.Current);
        using var job = await pool.BeginAsync("virStoragePoolUndefine", cancellation);
        var now = pool.Current;
        RefuseActive(now);
        RefuseBusy(now);
        _store.RemoveConfig(pool.Name);
        Pools.Remove(pool);
        Emit(pool, VirStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_UNDEFINED);
    }

    /// <summary>Marks that a pool starts with the daemon, or no longer does.</summary>
    /// <exception cref="VirException">VIR_ERR_INTERNAL_ERROR for a transient pool, which has nothing to
    /// mark.</exception>
    public async ValueTask SetAutostartAsync(StoragePool pool, bool autostart, CancellationToken cancellation)
    {
        using var job = await pool.BeginAsync("virStoragePoolSetAutostart", cancellation);
        if (!pool.Current.IsPersistent)
            throw StorageError.Internal("pool has no config file");
        if (pool.Current.IsAutostart == autostart)
            return;
        _store.SetAutostart(pool.Name, autostart);
        pool.Publish(s => s with { IsAutostart = autostart });
    }
}
