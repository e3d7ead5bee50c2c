using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using Lodge.Storage;

namespace Lodge.Daemon.Dispatch;

/// <summary>The volume procedures that only look; what they tell is read from the volume itself.</summary>
/// <param name="driver">Has the pools.</param>
internal sealed partial class StorageVolProcedures(StorageDriver driver) : IStorageVolProcedures<ClientCall>
{
    /// <inheritdoc/>
    public ValueTask<StorageVolLookupByNameRet> StorageVolLookupByNameAsync(
        ClientCall call, StorageVolLookupByNameArgs args)
    {
        var pool = driver.Pools.Get(args.Pool.Uuid, args.Pool.Name);
        var volume = StorageDriver.FindVolume(pool, args.Name);
        return new(new StorageVolLookupByNameRet { Vol = StoragePoolProcedures.Wire(pool.Name, volume) });
    }

    /// <inheritdoc/>
    public ValueTask<StorageVolLookupByKeyRet> StorageVolLookupByKeyAsync(
        ClientCall call, StorageVolLookupByKeyArgs args)
    {
        var (pool, volume) = driver.FindVolumeByKey(args.Key);
        return new(new StorageVolLookupByKeyRet { Vol = StoragePoolProcedures.Wire(pool.Name, volume) });
    }

    /// <inheritdoc/>
    public ValueTask<StorageVolLookupByPathRet> StorageVolLookupByPathAsync(
        ClientCall call, StorageVolLookupByPathArgs args)
    {
        var (pool, volume) = driver.FindVolumeByPath(args.Path);
        return new(new StorageVolLookupByPathRet { Vol = StoragePoolProcedures.Wire(pool.Name, volume) });
    }

    /// <inheritdoc/>
    public ValueTask<StorageVolGetPathRet> StorageVolGetPathAsync(ClientCall call, StorageVolGetPathArgs args)
    {
        var (_, volume) = driver.FindVolume(args.Vol.Pool, args.Vol.Name);
        return new(new StorageVolGetPathRet { Name = volume.Definition.Path });
    }

    /// <inheritdoc/>
    public async ValueTask<StorageVolGetInfoRet> StorageVolGetInfoAsync(ClientCall call, StorageVolGetInfoArgs args)
    {
        var now = await LookAsync(call, args.Vol);
        return new StorageVolGetInfoRet
        {
            Type = (sbyte)now.Type,
            Capacity = now.Capacity,
            Allocation = now.Allocation,
        };
    }

    /// <inheritdoc/>
    public async ValueTask<StorageVolGetInfoFlagsRet> StorageVolGetInfoFlagsAsync(
        ClientCall call, StorageVolGetInfoFlagsArgs args)
    {
        const uint Physical = (uint)VirStorageVolInfoFlags.VIR_STORAGE_VOL_GET_PHYSICAL;
        FlagCheck.Only(args.Flags, Physical, "storageVolGetInfoFlags");
        var now = await LookAsync(call, args.Vol);
        return new StorageVolGetInfoFlagsRet
        {
            Type = (sbyte)now.Type,
            Capacity = now.Capacity,
            Allocation = (args.Flags & Physical) != 0 ? now.Physical : now.Allocation,
        };
    }

    /// <inheritdoc/>
    public async ValueTask<StorageVolGetXmlDescRet> StorageVolGetXmlDescAsync(
        ClientCall call, StorageVolGetXmlDescArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "storageVolGetXMLDesc");
        var (pool, volume) = driver.FindVolume(args.Vol.Pool, args.Vol.Name);
        var now = await driver.LookAsync(pool, volume, call.CancellationToken);
        return new StorageVolGetXmlDescRet { Xml = StorageVolumeXml.Format(now, pool.Current.Definition.Type) };
    }

    private ValueTask<StorageVolumeDefinition> LookAsync(ClientCall call, RemoteStorageVol vol)
    {
        var (pool, volume) = driver.FindVolume(vol.Pool, vol.Name);
        return driver.LookAsync(pool, volume, call.CancellationToken);
    }
}
