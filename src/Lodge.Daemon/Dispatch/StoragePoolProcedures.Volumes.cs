using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Storage.Pools;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class StoragePoolProcedures
{
    /// <inheritdoc/>
    public ValueTask<StoragePoolNumOfVolumesRet> StoragePoolNumOfVolumesAsync(
        ClientCall call, StoragePoolNumOfVolumesArgs args) =>
        new(new StoragePoolNumOfVolumesRet { Num = FindActive(args.Pool).Volumes.Count });

    /// <inheritdoc/>
    public ValueTask<StoragePoolListVolumesRet> StoragePoolListVolumesAsync(
        ClientCall call, StoragePoolListVolumesArgs args) =>
        new(new StoragePoolListVolumesRet
        {
            Names = [.. FindActive(args.Pool).Volumes.All.Select(volume => volume.Name).Take(args.Maxnames)],
        });

    /// <inheritdoc/>
    public ValueTask<StoragePoolListAllVolumesRet> StoragePoolListAllVolumesAsync(
        ClientCall call, StoragePoolListAllVolumesArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "storagePoolListAllVolumes");
        var now = FindActive(args.Pool);
        return new(new StoragePoolListAllVolumesRet
        {
            Vols = args.NeedResults == 0 ? [] : [.. now.Volumes.All.Select(volume => Wire(now.Name, volume))],
            Ret = (uint)now.Volumes.Count,
        });
    }

    /// <summary>The volume as the wire names it.</summary>
    internal static RemoteStorageVol Wire(string pool, StorageVolume volume) =>
        new() { Pool = pool, Name = volume.Name, Key = volume.Definition.Key };

    private PoolSnapshot FindActive(RemoteStoragePool pool)
    {
        var now = Find(pool).Current;
        return now.IsActive
            ? now
            : throw new VirException(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID,
                VirErrorDomain.VIR_FROM_STORAGE,
                $"storage pool '{now.Name}' is not active");
    }
}
