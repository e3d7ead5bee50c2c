using System.Collections.Concurrent;
using Lodge.Model.Storage;
using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Storage.Pools;

/// <summary>All pools, found by UUID and name without ever waiting; changes of the set go one at a time.</summary>
public sealed class PoolRegistry
{
    private readonly Lock _changes = new();
    private readonly ConcurrentDictionary<VirUuid, StoragePool> _byUuid = new();
    private readonly ConcurrentDictionary<string, StoragePool> _byName = new(StringComparer.Ordinal);
    private StoragePool[]? _all;

    /// <summary>Every pool now, in no order; the array is never changed.</summary>
    public StoragePool[] All
    {
        get
        {
            var all = Volatile.Read(ref _all);
            if (all is not null)
                return all;
            lock (_changes)
                return _all ??= [.. _byUuid.Values];
        }
    }

    /// <summary>The pool with this UUID, or null.</summary>
    public StoragePool? Find(VirUuid uuid) => _byUuid.GetValueOrDefault(uuid);

    /// <summary>The pool with this name, or null.</summary>
    public StoragePool? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The pool with this UUID.</summary>
    /// <exception cref="VirException">VIR_ERR_NO_STORAGE_POOL where there is none.</exception>
    public StoragePool Get(VirUuid uuid, string? name = null) => Find(uuid) ?? throw NotFound(uuid, name);

    /// <summary>The pool with this name.</summary>
    /// <exception cref="VirException">VIR_ERR_NO_STORAGE_POOL where there is none.</exception>
    public StoragePool Get(string name) => Find(name)
        ?? throw StorageError.Of(
            VirErrorNumber.VIR_ERR_NO_STORAGE_POOL, $"no storage pool with matching name '{name}'");

    /// <summary>Finds the pool that a definition redefines, or makes it.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="live">Whether it is to be started now, so that an active pool is in its way.</param>
    /// <returns>The pool, and whether it is new.</returns>
    /// <exception cref="VirException">VIR_ERR_OPERATION_FAILED or _INVALID where another pool is in its
    /// way.</exception>
    public (StoragePool Pool, bool IsNew) FindOrAdd(StoragePoolDefinition definition, bool live)
    {
        lock (_changes)
        {
            RefuseSameSource(definition);
            if (_byUuid.TryGetValue(definition.Uuid, out var known))
            {
                if (known.Name != definition.Name)
                {
                    throw StorageError.Of(
                        VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                        $"pool '{known.Name}' is already defined with uuid {definition.Uuid}");
                }

                if (live && known.Current.IsActive)
                    throw StorageError.Operation($"pool is already active as '{known.Name}'");
                if (live && known.Current.IsStarting)
                    throw StorageError.Operation($"pool '{known.Name}' is starting up");
                return (known, false);
            }

            if (_byName.TryGetValue(definition.Name, out var other))
            {
                throw StorageError.Of(
                    VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                    $"pool '{definition.Name}' already exists with uuid {other.Uuid}");
            }

            var added = new StoragePool(new PoolSnapshot { Definition = definition });
            _byUuid[definition.Uuid] = added;
            _byName[definition.Name] = added;
            _all = null;
            return (added, true);
        }
    }

    /// <summary>Takes a pool out.</summary>
    public void Remove(StoragePool pool)
    {
        lock (_changes)
        {
            pool.Publish(s => s with { IsRemoved = true });
            _ = _byUuid.TryRemove(KeyValuePair.Create(pool.Uuid, pool));
            _ = _byName.TryRemove(KeyValuePair.Create(pool.Name, pool));
            _all = null;
        }
    }

    internal static VirException NotFound(VirUuid uuid, string? name) => StorageError.Of(
        VirErrorNumber.VIR_ERR_NO_STORAGE_POOL,
        name is null ? $"no storage pool with matching uuid '{uuid}'"
            : $"no storage pool with matching uuid '{uuid}' ({name})");

    private void RefuseSameSource(StoragePoolDefinition definition)
    {
        foreach (var pool in _byUuid.Values)
        {
            if (pool.Name != definition.Name && PoolSources.AreSame(pool.Current.Definition, definition))
            {
                throw StorageError.Of(
                    VirErrorNumber.VIR_ERR_OPERATION_FAILED, $"Storage source conflict with pool: '{pool.Name}'");
            }
        }
    }
}
