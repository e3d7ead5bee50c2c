using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Daemon.Storage;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Storage;
using Lodge.Storage.Pools;

namespace Lodge.Daemon.Dispatch;

/// <summary>The pool procedures that only look; each reads one snapshot.</summary>
/// <param name="driver">Has the pools.</param>
internal sealed partial class StoragePoolProcedures(StorageDriver driver) : IStoragePoolProcedures<ClientCall>
{
    /// <inheritdoc/>
    public ValueTask<StoragePoolLookupByNameRet> StoragePoolLookupByNameAsync(
        ClientCall call, StoragePoolLookupByNameArgs args) =>
        new(new StoragePoolLookupByNameRet { Pool = StorageParts.Wire(driver.Pools.Get(args.Name)) });

    /// <inheritdoc/>
    public ValueTask<StoragePoolLookupByUuidRet> StoragePoolLookupByUuidAsync(
        ClientCall call, StoragePoolLookupByUuidArgs args) =>
        new(new StoragePoolLookupByUuidRet { Pool = StorageParts.Wire(driver.Pools.Get(args.Uuid)) });

    /// <inheritdoc/>
    public ValueTask<StoragePoolLookupByVolumeRet> StoragePoolLookupByVolumeAsync(
        ClientCall call, StoragePoolLookupByVolumeArgs args) =>
        new(new StoragePoolLookupByVolumeRet { Pool = StorageParts.Wire(driver.Pools.Get(args.Vol.Pool)) });

    /// <inheritdoc/>
    public ValueTask<StoragePoolLookupByTargetPathRet> StoragePoolLookupByTargetPathAsync(
        ClientCall call, StoragePoolLookupByTargetPathArgs args)
    {
        var clean = StoragePath.Sanitize(args.Path);
        foreach (var pool in driver.Pools.All)
        {
            if (pool.Current is { IsActive: true } now && now.Definition.TargetPath == clean)
                return new(new StoragePoolLookupByTargetPathRet { Pool = StorageParts.Wire(pool) });
        }

        throw new VirException(
            VirErrorNumber.VIR_ERR_NO_STORAGE_POOL,
            VirErrorDomain.VIR_FROM_STORAGE,
            $"no storage pool with matching target path '{args.Path}'" + (clean == args.Path ? "" : $" ({clean})"));
    }

    /// <inheritdoc/>
    public ValueTask<StoragePoolGetInfoRet> StoragePoolGetInfoAsync(ClientCall call, StoragePoolGetInfoArgs args)
    {
        var now = Find(args.Pool).Current;
        return new(new StoragePoolGetInfoRet
        {
            State = (byte)(now.IsActive
                ? VirStoragePoolState.VIR_STORAGE_POOL_RUNNING
                : VirStoragePoolState.VIR_STORAGE_POOL_INACTIVE),
            Capacity = now.Usage.Capacity,
            Allocation = now.Usage.Allocation,
            Available = now.Usage.Available,
        });
    }

    /// <inheritdoc/>
    public ValueTask<StoragePoolGetXmlDescRet> StoragePoolGetXmlDescAsync(
        ClientCall call, StoragePoolGetXmlDescArgs args)
    {
        FlagCheck.Only(args.Flags, (uint)VirStorageXMLFlags.VIR_STORAGE_XML_INACTIVE, "storagePoolGetXMLDesc");
        var now = Find(args.Pool).Current;
        var next = args.Flags != 0 ? now.NextDefinition : null;
        return new(new StoragePoolGetXmlDescRet
        {
            Xml = next is null ? StoragePoolXml.Format(now.Definition, now.Usage) : StoragePoolXml.Format(next),
        });
    }

    /// <inheritdoc/>
    public ValueTask<StoragePoolGetAutostartRet> StoragePoolGetAutostartAsync(
        ClientCall call, StoragePoolGetAutostartArgs args) =>
        new(new StoragePoolGetAutostartRet { Autostart = Find(args.Pool).Current.IsAutostart ? 1 : 0 });

    /// <inheritdoc/>
    public ValueTask<StoragePoolIsActiveRet> StoragePoolIsActiveAsync(ClientCall call, StoragePoolIsActiveArgs args) =>
        new(new StoragePoolIsActiveRet { Active = Find(args.Pool).Current.IsActive ? 1 : 0 });

    /// <inheritdoc/>
    public ValueTask<StoragePoolIsPersistentRet> StoragePoolIsPersistentAsync(
        ClientCall call, StoragePoolIsPersistentArgs args) =>
        new(new StoragePoolIsPersistentRet { Persistent = Find(args.Pool).Current.IsPersistent ? 1 : 0 });

    private StoragePool Find(RemoteStoragePool pool) => driver.Pools.Get(pool.Uuid, pool.Name);
}
