using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Preparation;
using Lodge.Storage;
using Lodge.Storage.Pools;

namespace Lodge.Daemon.Storage;

/// <summary>Finds where the volumes of pools lie that guests have as disks.</summary>
/// <param name="driver">Has the pools.</param>
internal sealed class PoolVolumes(StorageDriver driver) : IVolumeResolver
{
    private const uint IscsiPort = 3260;

    /// <inheritdoc/>
    public ValueTask<StorageSource> ResolveAsync(PoolVolume volume, CancellationToken cancellation)
    {
        var pool = driver.Pools.Get(volume.Pool).Current;
        if (!pool.IsActive)
        {
            throw Unsupported($"storage pool '{volume.Pool}' containing volume '{volume.Volume}' is not active");
        }

        var found = StorageDriver.FindVolume(driver.Pools.Get(volume.Pool), volume.Volume);
        if (found.IsBuilding)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID,
                VirErrorDomain.VIR_FROM_STORAGE,
                $"volume '{volume.Volume}' is still being allocated.");
        }

        var type = pool.Definition.Type;
        if (volume.Mode != PoolSourceMode.Default && type != StoragePoolType.Iscsi)
        {
            throw Error(
                VirErrorNumber.VIR_ERR_XML_ERROR,
                "disk source mode is only valid when storage pool is of iscsi type");
        }

        return new(type switch
        {
            StoragePoolType.IscsiDirect => OfServer(volume, pool),
            StoragePoolType.Iscsi when volume.Mode == PoolSourceMode.Direct => OfServer(volume, pool),
            StoragePoolType.Iscsi => new StorageSource { Type = StorageType.Block, Path = found.Definition.Path },
            StoragePoolType.Mpath or StoragePoolType.Rbd or StoragePoolType.Sheepdog or StoragePoolType.Gluster =>
                throw Unsupported($"using '{type.ToXml()}' pools for backing 'volume' disks isn't yet supported"),
            _ => OfHost(found.Definition, type),
        });
    }

    private static StorageSource OfHost(StorageVolumeDefinition volume, StoragePoolType pool) => new()
    {
        Path = volume.Path,
        Type = volume.Type switch
        {
            VirStorageVolType.VIR_STORAGE_VOL_FILE or VirStorageVolType.VIR_STORAGE_VOL_PLOOP => StorageType.File,
            VirStorageVolType.VIR_STORAGE_VOL_DIR => StorageType.Dir,
            VirStorageVolType.VIR_STORAGE_VOL_BLOCK => StorageType.Block,
            _ => throw Error(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                $"unexpected storage volume type '{volume.Type}' for storage pool type '{pool.ToXml()}'"),
        },
    };

    // QEMU itself speaks to the server; the host's own session with it is not used.
    private static StorageSource OfServer(PoolVolume volume, PoolSnapshot pool)
    {
        var source = pool.Definition.Source;
        if (source.Hosts is not [var host]) throw Unsupported("Expected exactly 1 host for the storage pool");
        var parts = volume.Volume.Split(':');
        if (parts.Length != 4 || source.Devices is not [var target, ..])
        {
            throw Error(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"unexpected iscsi volume name '{volume.Volume}'");
        }

        var network = new NetworkStorage { Protocol = StorageProtocol.Iscsi, InitiatorName = source.InitiatorName };
        network.Hosts.Add(new StorageHost { Name = host.Name, Port = host.Port == 0 ? IscsiPort : (uint)host.Port });
        return new StorageSource
        {
            Type = StorageType.Network,
            Path = $"{target.Path}/{parts[3]}",
            Network = network,
            Auth = source.Auth is { } auth
                ? new StorageAuth { Username = auth.Username, Secret = Iscsi(auth.Secret) } : null,
        };
    }

    private static SecretReference Iscsi(SecretReference secret) =>
        new() { Type = secret.Type ?? "iscsi", Uuid = secret.Uuid, Usage = secret.Usage };

    private static VirException Unsupported(string detail) => Error(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, detail);

    private static VirException Error(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_DOMAIN, detail);
}
