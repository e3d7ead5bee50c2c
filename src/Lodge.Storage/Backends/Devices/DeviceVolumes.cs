using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Storage.Pools;
using Lodge.Storage.Volumes;
using Lodge.Storage.Volumes.Local;

namespace Lodge.Storage.Backends.Devices;

/// <summary>
/// Volumes that are devices somebody else makes: they can be read and written, not made or taken away.
/// </summary>
internal sealed class DeviceVolumes : IVolumeBackend
{
    /// <inheritdoc/>
    public ValueTask<StorageVolumeDefinition> RefreshAsync(
        PoolSnapshot pool, StorageVolumeDefinition volume, CancellationToken cancellation) =>
        new(BlockDevice.Read(volume));

    /// <inheritdoc/>
    public async ValueTask<StorageVolumeDefinition> WipeAsync(
        PoolSnapshot pool,
        StorageVolumeDefinition volume,
        VirStorageVolWipeAlgorithm algorithm,
        CancellationToken cancellation)
    {
        await VolumeWipe.RunAsync(volume.Path, algorithm, cancellation);
        return BlockDevice.Read(volume);
    }

    /// <inheritdoc/>
    public string StreamPath(StorageVolumeDefinition volume, bool isUpload) => volume.Path;
}
