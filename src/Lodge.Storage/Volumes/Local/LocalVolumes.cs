using System.Runtime.InteropServices;
using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Native;
using Lodge.Storage.Pools;
using Lodge.Storage.Volumes.Images;

namespace Lodge.Storage.Volumes.Local;

/// <summary>Volumes that are files of a folder of the host.</summary>
/// <param name="reader">Reads what a file is.</param>
/// <param name="secrets">Where passphrases are kept.</param>
/// <param name="secretFolder">A folder in memory for passphrases that a program needs.</param>
public sealed class LocalVolumes(IVolumeReader reader, IStorageSecrets secrets, string secretFolder) : IVolumeBackend
{
    private readonly QemuImage _images = new(secrets, secretFolder);

    /// <inheritdoc/>
    public bool BuildsContent => true;

    /// <inheritdoc/>
    public bool BuildsFromVolumes => true;

    /// <inheritdoc/>
    public ValueTask<StorageVolumeDefinition> CreateAsync(
        PoolSnapshot pool, StorageVolumeDefinition asked, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(asked);
        return new(VolumePlace.Settle(pool.Definition, asked));
    }

    /// <inheritdoc/>
    public ValueTask BuildAsync(VolumeBuild build, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(build);
        if (build.Volume.Target.ImageFormat == StorageFormat.Dir)
        {
            FolderVolume.Build(build);
            return default;
        }

        if (build.Volume.Target.ImageFormat == StorageFormat.Ploop && build.Input is null)
        {
            throw StorageError.Internal("unable to find ploop, please install ploop tools");
        }

        if (Qcow2Image.CanBuild(build)) return new(Task.Run(() => Qcow2Image.Build(build), cancellation));
        return IsPlain(build.Volume) && (build.Input is null || IsPlain(build.Input))
            ? new(Task.Run(() => RawImage.Build(build, cancellation), cancellation))
            : _images.BuildAsync(build, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask BuildDeviceAsync(VolumeBuild build, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(build);
        var isPlain = build.Volume.Target.Encryption is null && (build.Input is null || IsPlain(build.Input));
        return isPlain
            ? new(Task.Run(() => RawImage.CopyToDevice(build, cancellation), cancellation))
            : _images.BuildAsync(build, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<StorageVolumeDefinition> RefreshAsync(
        PoolSnapshot pool, StorageVolumeDefinition volume, CancellationToken cancellation) =>
        new(VolumeRefresh.Run(volume, secrets));

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(
        PoolSnapshot pool,
        StorageVolumeDefinition volume,
        VirStorageVolDeleteFlags flags,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(volume);
        const VirStorageVolDeleteFlags Zeroed = VirStorageVolDeleteFlags.VIR_STORAGE_VOL_DELETE_ZEROED;
        if ((flags & ~Zeroed) != 0)
        {
            throw StorageError.Argument(
                $"unsupported flags (0x{(uint)(flags & ~Zeroed):x}) in function virStorageVolDelete");
        }

        switch (volume.Type)
        {
            case VirStorageVolType.VIR_STORAGE_VOL_FILE:
                if ((flags & Zeroed) != 0)
                {
                    await VolumeWipe.RunAsync(
                        volume.Path, VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_ZERO, cancellation);
                }

                Removed(LibC.Unlink(volume.Path), $"cannot unlink file '{volume.Path}'");
                break;
            case VirStorageVolType.VIR_STORAGE_VOL_DIR:
                Removed(LibC.RemoveFolder(volume.Path), $"cannot remove directory '{volume.Path}'");
                break;
            case VirStorageVolType.VIR_STORAGE_VOL_PLOOP:
                Directory.Delete(volume.Path, recursive: true);
                break;
            default:
                throw StorageError.NoSupport($"removing block or network volumes is not supported: {volume.Path}");
        }
    }

    /// <inheritdoc/>
    public ValueTask ResizeAsync(
        PoolSnapshot pool,
        StorageVolumeDefinition volume,
        ulong capacity,
        VirStorageVolResizeFlags flags,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(volume);
        var allocates = (flags & VirStorageVolResizeFlags.VIR_STORAGE_VOL_RESIZE_ALLOCATE) != 0;
        if (IsPlain(volume)) return new(Task.Run(() => RawResize.Run(volume, capacity, allocates), cancellation));
        if (volume.Type == VirStorageVolType.VIR_STORAGE_VOL_PLOOP)
        {
            throw StorageError.Internal("unable to find ploop, please install ploop tools");
        }

        if (allocates)
        {
            throw StorageError.Of(
                VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED,
                volume.Target.ImageFormat == StorageFormat.Raw
                    ? "preallocate is only supported for an unencrypted raw volume"
                    : "preallocate is only supported for raw type volume");
        }

        return _images.ResizeAsync(DefaultSecret.Add(volume, secrets), capacity, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<StorageVolumeDefinition> WipeAsync(
        PoolSnapshot pool,
        StorageVolumeDefinition volume,
        VirStorageVolWipeAlgorithm algorithm,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(volume);
        if (volume.Type == VirStorageVolType.VIR_STORAGE_VOL_PLOOP)
        {
            throw StorageError.Internal("unable to find ploop tools, please install them");
        }

        await VolumeWipe.RunAsync(volume.Path, algorithm, cancellation);
        return reader.Read(volume.Path, volume.Name, known: null) ?? volume;
    }

    /// <inheritdoc/>
    public string StreamPath(StorageVolumeDefinition volume, bool isUpload)
    {
        ArgumentNullException.ThrowIfNull(volume);
        return volume.Type != VirStorageVolType.VIR_STORAGE_VOL_PLOOP
            ? volume.Path
            : throw StorageError.Internal("unable to find ploop, please install ploop tools");
    }

    private static bool IsPlain(StorageVolumeDefinition volume) =>
        volume.Target.Encryption is null && ImageFormats.Of(volume) == StorageFormat.Raw;

    // A volume that is gone already is as deleted as can be.
    private static void Removed(int result, string what)
    {
        if (result != 0 && Marshal.GetLastPInvokeError() != LibC.NoEntry) throw StorageError.System(what);
    }
}
