using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <summary>Pools, which are folders of no host.</summary>
internal sealed class TestStoragePoolProcedures : IStoragePoolProcedures<TestHypervisor>
{
    public ValueTask<StoragePoolLookupByNameRet> StoragePoolLookupByNameAsync(
        TestHypervisor call, StoragePoolLookupByNameArgs args) =>
        new(new StoragePoolLookupByNameRet { Pool = call.FindPool(args.Name).ToWire() });

    public ValueTask<StoragePoolLookupByUuidRet> StoragePoolLookupByUuidAsync(
        TestHypervisor call, StoragePoolLookupByUuidArgs args) =>
        new(new StoragePoolLookupByUuidRet { Pool = call.FindPool(args.Uuid).ToWire() });

    public ValueTask<StoragePoolLookupByVolumeRet> StoragePoolLookupByVolumeAsync(
        TestHypervisor call, StoragePoolLookupByVolumeArgs args) =>
        new(new StoragePoolLookupByVolumeRet { Pool = call.FindPool(args.Vol.Pool).ToWire() });

    public ValueTask<StoragePoolDefineXmlRet> StoragePoolDefineXmlAsync(
        TestHypervisor call, StoragePoolDefineXmlArgs args) =>
        new(new StoragePoolDefineXmlRet { Pool = call.AddPool(args.Xml, isTransient: false).ToWire() });

    public ValueTask<StoragePoolCreateXmlRet> StoragePoolCreateXmlAsync(
        TestHypervisor call, StoragePoolCreateXmlArgs args)
    {
        var pool = call.AddPool(args.Xml, isTransient: true);
        pool.Switch.IsActive = true;
        return new(new StoragePoolCreateXmlRet { Pool = pool.ToWire() });
    }

    public ValueTask StoragePoolUndefineAsync(TestHypervisor call, StoragePoolUndefineArgs args)
    {
        call.Undefine(call.FindInactivePool(args.Pool.Name));
        return default;
    }

    public ValueTask StoragePoolBuildAsync(TestHypervisor call, StoragePoolBuildArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0, "testStoragePoolBuild");
        call.FindInactivePool(args.Pool.Name);
        return default;
    }

    public ValueTask StoragePoolDeleteAsync(TestHypervisor call, StoragePoolDeleteArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0, "testStoragePoolDelete");
        call.FindInactivePool(args.Pool.Name);
        return default;
    }

    public ValueTask<StoragePoolGetXmlDescRet> StoragePoolGetXmlDescAsync(
        TestHypervisor call, StoragePoolGetXmlDescArgs args)
    {
        var pool = call.FindPool(args.Pool.Name);
        return new(new StoragePoolGetXmlDescRet { Xml = StoragePoolXml.Format(pool.Definition, pool.Usage) });
    }

    public ValueTask<StoragePoolGetInfoRet> StoragePoolGetInfoAsync(TestHypervisor call, StoragePoolGetInfoArgs args)
    {
        var pool = call.FindPool(args.Pool.Name);
        return new(new StoragePoolGetInfoRet
        {
            State = (byte)(pool.Switch.IsActive
                ? VirStoragePoolState.VIR_STORAGE_POOL_RUNNING
                : VirStoragePoolState.VIR_STORAGE_POOL_INACTIVE),
            Capacity = pool.Usage.Capacity,
            Allocation = pool.Usage.Allocation,
            Available = pool.Usage.Available,
        });
    }

    public ValueTask<StoragePoolIsActiveRet> StoragePoolIsActiveAsync(
        TestHypervisor call, StoragePoolIsActiveArgs args) =>
        new(new StoragePoolIsActiveRet { Active = call.FindPool(args.Pool.Name).Switch.IsActive ? 1 : 0 });

    public ValueTask<StoragePoolIsPersistentRet> StoragePoolIsPersistentAsync(
        TestHypervisor call, StoragePoolIsPersistentArgs args) =>
        new(new StoragePoolIsPersistentRet { Persistent = call.FindPool(args.Pool.Name).IsTransient ? 0 : 1 });

    public ValueTask<StoragePoolGetAutostartRet> StoragePoolGetAutostartAsync(
        TestHypervisor call, StoragePoolGetAutostartArgs args) =>
        new(new StoragePoolGetAutostartRet { Autostart = call.FindPool(args.Pool.Name).Switch.HasAutostart ? 1 : 0 });

    public ValueTask StoragePoolSetAutostartAsync(TestHypervisor call, StoragePoolSetAutostartArgs args)
    {
        call.FindPool(args.Pool.Name).Switch.HasAutostart = args.Autostart != 0;
        return default;
    }

    public ValueTask StoragePoolCreateAsync(TestHypervisor call, StoragePoolCreateArgs args)
    {
        call.FindInactivePool(args.Pool.Name).Switch.IsActive = true;
        return default;
    }

    public ValueTask StoragePoolDestroyAsync(TestHypervisor call, StoragePoolDestroyArgs args)
    {
        call.Stop(call.FindActivePool(args.Pool.Name));
        return default;
    }

    public ValueTask StoragePoolRefreshAsync(TestHypervisor call, StoragePoolRefreshArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0, "testStoragePoolRefresh");
        call.FindActivePool(args.Pool.Name);
        return default;
    }

    public ValueTask<StoragePoolNumOfVolumesRet> StoragePoolNumOfVolumesAsync(
        TestHypervisor call, StoragePoolNumOfVolumesArgs args) =>
        new(new StoragePoolNumOfVolumesRet { Num = call.FindActivePool(args.Pool.Name).Volumes.Count });

    public ValueTask<StoragePoolListVolumesRet> StoragePoolListVolumesAsync(
        TestHypervisor call, StoragePoolListVolumesArgs args) => new(new StoragePoolListVolumesRet
        {
            Names =
            [
                .. call.FindActivePool(args.Pool.Name).Volumes.Select(volume => volume.Name).Take(args.Maxnames),
            ],
        });

    public ValueTask<StoragePoolListAllVolumesRet> StoragePoolListAllVolumesAsync(
        TestHypervisor call, StoragePoolListAllVolumesArgs args)
    {
        var pool = call.FindActivePool(args.Pool.Name);
        return new(new StoragePoolListAllVolumesRet
        {
            Vols = [.. pool.Volumes.Select(pool.ToWire)], Ret = (uint)pool.Volumes.Count,
        });
    }
}
