using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Storage.Native;
using Lodge.Storage.Pools;
using Lodge.Storage.Volumes;

namespace Lodge.Storage.Backends.Folders;

/// <summary>Pools of type dir: a folder of this host.</summary>
internal sealed class FolderPool(StorageDriverOptions options) : IPoolBackend
{
    public StoragePoolType Type => StoragePoolType.Dir;

    public IVolumeBackend Volumes => options.FileVolumes;

    public ValueTask<bool> CheckAsync(StoragePoolDefinition pool, CancellationToken cancellation) =>
        new(FileFacts.TryGet(pool.TargetPath, follow: true, out _));

    public ValueTask BuildAsync(
        StoragePoolDefinition pool, VirStoragePoolBuildFlags flags, CancellationToken cancellation)
    {
        BackendFlags.CheckBuild(flags, "virStorageBackendFileSystemBuild");
        LocalFolder.Build(pool);
        return flags == 0 ? default : throw FileSystems.NoDevice(pool);
    }

    public ValueTask<PoolContents> RefreshAsync(
        StoragePoolDefinition pool, VolumeSet known, CancellationToken cancellation) =>
        new(LocalFolder.Refresh(pool, known, options.VolumeReader, cancellation));

    public ValueTask DeleteAsync(
        StoragePoolDefinition pool, VirStoragePoolDeleteFlags flags, CancellationToken cancellation)
    {
        BackendFlags.Only((uint)flags, 0, "virStorageBackendDeleteLocal");
        LocalFolder.Delete(pool);
        return default;
    }
}
