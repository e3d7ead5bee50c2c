using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Model.Schema;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class StorageVolProcedures
{
    /// <inheritdoc/>
    public async ValueTask<StorageVolCreateXmlRet> StorageVolCreateXmlAsync(
        ClientCall call, StorageVolCreateXmlArgs args)
    {
        const VirStorageVolCreateFlags Known = VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA
            | VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_VALIDATE;
        FlagCheck.Only(args.Flags, (uint)Known, "storageVolCreateXML");
        SchemaCheck.WhereAsked(
            args.Flags, VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_VALIDATE, SchemaKind.StorageVolume, args.Xml);
        var pool = driver.Pools.Get(args.Pool.Uuid, args.Pool.Name);
        var volume = await driver.CreateVolumeAsync(
            pool, args.Xml, (VirStorageVolCreateFlags)args.Flags, call.CancellationToken);
        return new StorageVolCreateXmlRet { Vol = StoragePoolProcedures.Wire(pool.Name, volume) };
    }

    /// <inheritdoc/>
    public async ValueTask<StorageVolCreateXmlFromRet> StorageVolCreateXmlFromAsync(
        ClientCall call, StorageVolCreateXmlFromArgs args)
    {
        const VirStorageVolCreateFlags Known = VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA
            | VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_REFLINK
            | VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_VALIDATE;
        FlagCheck.Only(args.Flags, (uint)Known, "storageVolCreateXMLFrom");
        SchemaCheck.WhereAsked(
            args.Flags, VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_VALIDATE, SchemaKind.StorageVolume, args.Xml);
        var pool = driver.Pools.Get(args.Pool.Uuid, args.Pool.Name);
        var volume = await driver.CloneVolumeAsync(
            pool,
            args.Xml,
            args.Clonevol.Pool,
            args.Clonevol.Name,
            (VirStorageVolCreateFlags)args.Flags,
            call.CancellationToken);
        return new StorageVolCreateXmlFromRet { Vol = StoragePoolProcedures.Wire(pool.Name, volume) };
    }

    /// <inheritdoc/>
    public async ValueTask StorageVolDeleteAsync(ClientCall call, StorageVolDeleteArgs args)
    {
        var pool = driver.Pools.Get(args.Vol.Pool);
        await driver.DeleteVolumeAsync(
            pool, args.Vol.Name, (VirStorageVolDeleteFlags)args.Flags, call.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask StorageVolResizeAsync(ClientCall call, StorageVolResizeArgs args)
    {
        const VirStorageVolResizeFlags Known = VirStorageVolResizeFlags.VIR_STORAGE_VOL_RESIZE_ALLOCATE
            | VirStorageVolResizeFlags.VIR_STORAGE_VOL_RESIZE_DELTA
            | VirStorageVolResizeFlags.VIR_STORAGE_VOL_RESIZE_SHRINK;
        const uint Changes = (uint)(VirStorageVolResizeFlags.VIR_STORAGE_VOL_RESIZE_DELTA
            | VirStorageVolResizeFlags.VIR_STORAGE_VOL_RESIZE_SHRINK);
        FlagCheck.Only(args.Flags, (uint)Known, "storageVolResize");
        if (args.Capacity == 0 && (args.Flags & Changes) == 0)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INVALID_ARG,
                VirErrorDomain.VIR_FROM_NONE,
                "capacity in virStorageVolResize must be non-zero without DELTA or SHRINK flags");
        }

        await driver.ResizeVolumeAsync(
            driver.Pools.Get(args.Vol.Pool),
            args.Vol.Name,
            args.Capacity,
            (VirStorageVolResizeFlags)args.Flags,
            call.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask StorageVolWipeAsync(ClientCall call, StorageVolWipeArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "storageVolWipePattern");
        await driver.WipeVolumeAsync(
            driver.Pools.Get(args.Vol.Pool),
            args.Vol.Name,
            VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_ZERO,
            call.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask StorageVolWipePatternAsync(ClientCall call, StorageVolWipePatternArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "storageVolWipePattern");
        await driver.WipeVolumeAsync(
            driver.Pools.Get(args.Vol.Pool),
            args.Vol.Name,
            (VirStorageVolWipeAlgorithm)args.Algorithm,
            call.CancellationToken);
    }
}
