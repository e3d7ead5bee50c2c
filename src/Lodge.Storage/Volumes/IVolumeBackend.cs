using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Pools;

namespace Lodge.Storage.Volumes;

/// <summary>What a type of pool does with its volumes. What it does not override, the type does not support.</summary>
public interface IVolumeBackend
{
    /// <summary>Whether a new volume's content is made by <see cref="BuildAsync"/>, outside of the pool's job; where it
    /// is not, <see cref="CreateAsync"/> makes all of it, and needs a capacity.</summary>
    bool BuildsContent => false;

    /// <summary>Whether a volume can be made from another one.</summary>
    bool BuildsFromVolumes => false;

    /// <summary>Whether making and deleting a volume changes how much of the pool is used by as much as it occupies;
    /// where it does not, the pool is looked at again.</summary>
    bool CountsByVolume => true;

    /// <summary>Settles where a new volume will be and what it will be called, and makes its place where that is quick
    /// (a logical volume, a partition). The pool's job is held.</summary>
    /// <returns>The volume with its path, key and type.</returns>
    /// <exception cref="VirException">It cannot be: the name, the place, the form.</exception>
    ValueTask<StorageVolumeDefinition> CreateAsync(
        PoolSnapshot pool, StorageVolumeDefinition asked, CancellationToken cancellation) =>
        throw StorageError.NoSupport("storage pool does not support volume creation");

    /// <summary>Makes a new volume's content; takes away what it made where it fails.</summary>
    /// <exception cref="VirException">It cannot be made.</exception>
    ValueTask BuildAsync(VolumeBuild build, CancellationToken cancellation) => default;

    /// <summary>
    /// Fills a device that is there already: from another volume, or with the header of its encryption.
    /// </summary>
    /// <exception cref="VirException">It cannot be filled.</exception>
    ValueTask BuildDeviceAsync(VolumeBuild build, CancellationToken cancellation) =>
        throw StorageError.NoSupport("storage pool does not support volume creation from an existing volume");

    /// <summary>Looks at a volume again.</summary>
    /// <returns>The volume with its present sizes and owners.</returns>
    /// <exception cref="VirException">It is gone, or cannot be read.</exception>
    ValueTask<StorageVolumeDefinition> RefreshAsync(
        PoolSnapshot pool, StorageVolumeDefinition volume, CancellationToken cancellation) => new(volume);

    /// <summary>Takes a volume away. The pool's job is held.</summary>
    /// <exception cref="VirException">It cannot be taken away.</exception>
    ValueTask DeleteAsync(
        PoolSnapshot pool,
        StorageVolumeDefinition volume,
        VirStorageVolDeleteFlags flags,
        CancellationToken cancellation) =>
        throw StorageError.NoSupport("storage pool does not support vol deletion");

    /// <summary>Changes a volume's capacity. The pool's job is held.</summary>
    /// <exception cref="VirException">It cannot be changed so.</exception>
    ValueTask ResizeAsync(
        PoolSnapshot pool,
        StorageVolumeDefinition volume,
        ulong capacity,
        VirStorageVolResizeFlags flags,
        CancellationToken cancellation) =>
        throw StorageError.NoSupport("storage pool does not support changing of volume capacity");

    /// <summary>Overwrites a volume's content.</summary>
    /// <returns>The volume as it is then.</returns>
    /// <exception cref="VirException">It cannot be overwritten, or the way is not there.</exception>
    ValueTask<StorageVolumeDefinition> WipeAsync(
        PoolSnapshot pool,
        StorageVolumeDefinition volume,
        VirStorageVolWipeAlgorithm algorithm,
        CancellationToken cancellation) =>
        throw StorageError.NoSupport("storage pool doesn't support volume wiping");

    /// <summary>The file or device whose bytes an upload writes and a download reads.</summary>
    /// <exception cref="VirException">VIR_ERR_NO_SUPPORT where there is none.</exception>
    string StreamPath(StorageVolumeDefinition volume, bool isUpload) => throw StorageError.NoSupport(isUpload
        ? "storage pool doesn't support volume upload"
        : "storage pool doesn't support volume download");
}
