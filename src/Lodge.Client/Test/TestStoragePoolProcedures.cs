using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <summary>The pool <c>default-pool</c>, which is empty and can be started and stopped.</summary>
internal sealed class TestStoragePoolProcedures : IStoragePoolProcedures<TestHypervisor>
{
    public static RemoteStoragePool Wire { get; } = new()
    {
        Name = TestDefaults.PoolName, Uuid = VirUuid.Parse(TestDefaults.PoolUuid),
    };

    public ValueTask<StoragePoolLookupByNameRet> StoragePoolLookupByNameAsync(
        TestHypervisor call, StoragePoolLookupByNameArgs args) => args.Name == Wire.Name
        ? new(new StoragePoolLookupByNameRet { Pool = Wire })
        : throw NotFound($"no storage pool with matching name '{args.Name}'");

    public ValueTask<StoragePoolLookupByUuidRet> StoragePoolLookupByUuidAsync(
        TestHypervisor call, StoragePoolLookupByUuidArgs args) => args.Uuid == Wire.Uuid
        ? new(new StoragePoolLookupByUuidRet { Pool = Wire })
        : throw NotFound($"no storage pool with matching uuid '{args.Uuid}'");

    public ValueTask<StoragePoolGetXmlDescRet> StoragePoolGetXmlDescAsync(
        TestHypervisor call, StoragePoolGetXmlDescArgs args) =>
            new(new StoragePoolGetXmlDescRet { Xml = TestDefaults.PoolXml });

    public ValueTask<StoragePoolGetInfoRet> StoragePoolGetInfoAsync(TestHypervisor call, StoragePoolGetInfoArgs args) =>
        new(new StoragePoolGetInfoRet
        {
            State = (byte)(call.Pool.IsActive
                ? VirStoragePoolState.VIR_STORAGE_POOL_RUNNING
                : VirStoragePoolState.VIR_STORAGE_POOL_INACTIVE),
            Capacity = TestDefaults.PoolCapacity,
            Available = TestDefaults.PoolCapacity,
        });

    public ValueTask<StoragePoolIsActiveRet> StoragePoolIsActiveAsync(
        TestHypervisor call, StoragePoolIsActiveArgs args) =>
        new(new StoragePoolIsActiveRet { Active = call.Pool.IsActive ? 1 : 0 });

    public ValueTask<StoragePoolIsPersistentRet> StoragePoolIsPersistentAsync(
        TestHypervisor call, StoragePoolIsPersistentArgs args) =>
            new(new StoragePoolIsPersistentRet { Persistent = 1 });

    public ValueTask<StoragePoolGetAutostartRet> StoragePoolGetAutostartAsync(
        TestHypervisor call, StoragePoolGetAutostartArgs args) =>
        new(new StoragePoolGetAutostartRet { Autostart = call.Pool.HasAutostart ? 1 : 0 });

    public ValueTask StoragePoolSetAutostartAsync(TestHypervisor call, StoragePoolSetAutostartArgs args)
    {
        call.Pool.HasAutostart = args.Autostart != 0;
        return default;
    }

    public ValueTask StoragePoolCreateAsync(TestHypervisor call, StoragePoolCreateArgs args)
    {
        if (call.Pool.IsActive)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID, $"storage pool '{args.Pool.Name}' is already active");
        }

        call.Pool.IsActive = true;
        return default;
    }

    public ValueTask StoragePoolDestroyAsync(TestHypervisor call, StoragePoolDestroyArgs args)
    {
        RequireActive(call);
        call.Pool.IsActive = false;
        return default;
    }

    public ValueTask StoragePoolRefreshAsync(TestHypervisor call, StoragePoolRefreshArgs args)
    {
        RequireActive(call);
        return default;
    }

    public ValueTask<StoragePoolNumOfVolumesRet> StoragePoolNumOfVolumesAsync(
        TestHypervisor call, StoragePoolNumOfVolumesArgs args)
    {
        RequireActive(call);
        return new(default(StoragePoolNumOfVolumesRet));
    }

    public ValueTask<StoragePoolListVolumesRet> StoragePoolListVolumesAsync(
        TestHypervisor call, StoragePoolListVolumesArgs args)
    {
        RequireActive(call);
        return new(new StoragePoolListVolumesRet { Names = [] });
    }

    public ValueTask<StoragePoolListAllVolumesRet> StoragePoolListAllVolumesAsync(
        TestHypervisor call, StoragePoolListAllVolumesArgs args)
    {
        RequireActive(call);
        return new(new StoragePoolListAllVolumesRet { Vols = [] });
    }

    private static void RequireActive(TestHypervisor call)
    {
        if (!call.Pool.IsActive)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID, $"storage pool '{TestDefaults.PoolName}' is not active");
        }
    }

    private static VirException NotFound(string detail) =>
        new(VirErrorNumber.VIR_ERR_NO_STORAGE_POOL, VirErrorDomain.VIR_FROM_TEST, detail);
}
