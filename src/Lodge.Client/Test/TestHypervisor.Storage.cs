using Lodge.Model.Storage;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <content>Storage: <c>default-pool</c> from the beginning, and what clients define.</content>
internal sealed partial class TestHypervisor
{
    private readonly List<TestPool> _pools = [DefaultPool()];

    /// <summary>Every pool.</summary>
    public IReadOnlyList<TestPool> Pools => _pools;

    /// <summary>A pool by its name.</summary>
    /// <exception cref="VirException">There is none.</exception>
    public TestPool FindPool(string name) => _pools.Find(pool => pool.Name == name)
        ?? throw NoPool($"no storage pool with matching name '{name}'");

    /// <summary>A pool by its UUID.</summary>
    /// <exception cref="VirException">There is none.</exception>
    public TestPool FindPool(VirUuid uuid) => _pools.Find(pool => pool.Definition.Uuid == uuid)
        ?? throw NoPool($"no storage pool with matching uuid '{uuid}'");

    /// <summary>A pool that is started.</summary>
    /// <exception cref="VirException">There is none, or it is not.</exception>
    public TestPool FindActivePool(string name)
    {
        var pool = FindPool(name);
        return pool.Switch.IsActive ? pool
            : throw Fault(VirErrorNumber.VIR_ERR_OPERATION_INVALID, $"storage pool '{name}' is not active");
    }

    /// <summary>A pool that is not started.</summary>
    /// <exception cref="VirException">There is none, or it is.</exception>
    public TestPool FindInactivePool(string name)
    {
        var pool = FindPool(name);
        return !pool.Switch.IsActive ? pool
            : throw Fault(VirErrorNumber.VIR_ERR_OPERATION_INVALID, $"storage pool '{name}' is already active");
    }

    /// <summary>The volume that a caller holds, with its pool, which is started.</summary>
    /// <exception cref="VirException">It is gone, or the pool is not.</exception>
    public (TestPool Pool, StorageVolumeDefinition Volume) Find(in RemoteStorageVol wire)
    {
        var pool = FindActivePool(wire.Pool);
        return (pool, pool.Find(wire.Name) ?? throw NoVolume($"no storage vol with matching name '{wire.Name}'"));
    }

    /// <summary>The first volume of a kind in the pools that are started.</summary>
    /// <exception cref="VirException">There is none.</exception>
    public RemoteStorageVol Lookup(Predicate<StorageVolumeDefinition> isWanted, string missing)
    {
        foreach (var pool in _pools.Where(pool => pool.Switch.IsActive))
            if (pool.Volumes.FirstOrDefault(volume => isWanted(volume)) is { } found)
                return pool.ToWire(found);

        throw NoVolume(missing);
    }

    /// <summary>Adds a pool, or gives one of the same name and UUID another definition.</summary>
    /// <exception cref="VirException">The XML is wrong, or it is another's name or UUID.</exception>
    public TestPool AddPool(string xml, bool isTransient)
    {
        var definition = StoragePoolXml.Parse(xml);
        if (_pools.Find(pool => pool.Definition.Uuid == definition.Uuid) is { } same)
        {
            if (same.Name != definition.Name)
            {
                throw Fault(
                    VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                    $"pool '{same.Name}' is already defined with uuid {definition.Uuid}");
            }

            if (isTransient) FindInactivePool(same.Name);
            same.Definition = definition;
            return same;
        }

        if (_pools.Find(pool => pool.Name == definition.Name) is { } named)
        {
            throw Fault(
                VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                $"pool '{named.Name}' already exists with uuid {named.Definition.Uuid}");
        }

        var added = new TestPool(definition) { IsTransient = isTransient };
        _pools.Add(added);
        return added;
    }

    /// <summary>Stops a pool; one that is not defined is gone then.</summary>
    public void Stop(TestPool pool)
    {
        pool.Switch.IsActive = false;
        if (pool.IsTransient) _pools.Remove(pool);
    }

    /// <summary>Forgets a pool.</summary>
    public void Undefine(TestPool pool) => _pools.Remove(pool);

    private static TestPool DefaultPool()
    {
        var pool = new TestPool(StoragePoolXml.Parse(TestDefaults.PoolXml));
        pool.Switch.IsActive = true;
        return pool;
    }

    private static VirException NoPool(string detail) =>
        new(VirErrorNumber.VIR_ERR_NO_STORAGE_POOL, VirErrorDomain.VIR_FROM_TEST, detail);

    private static VirException NoVolume(string detail) =>
        new(VirErrorNumber.VIR_ERR_NO_STORAGE_VOL, VirErrorDomain.VIR_FROM_TEST, detail);
}
