using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Storage.Pools;
using Lodge.Storage.Tools;
using Lodge.Storage.Volumes;

namespace Lodge.Storage.Backends.Folders;

/// <summary>Pools of types fs and netfs: a file system that is mounted while the pool is active.</summary>
internal sealed class MountedPool(StoragePoolType type, StorageDriverOptions options) : IPoolBackend
{
    public StoragePoolType Type => type;

    public IVolumeBackend Volumes => options.FileVolumes;

    public ValueTask<bool> CheckAsync(StoragePoolDefinition pool, CancellationToken cancellation)
    {
        MountSource.Validate(pool);
        return new(MountTable.Holds(MountSource.Of(pool), pool.TargetPath));
    }

    public async ValueTask BuildAsync(
        StoragePoolDefinition pool, VirStoragePoolBuildFlags flags, CancellationToken cancellation)
    {
        BackendFlags.CheckBuild(flags, "virStorageBackendFileSystemBuild");
        LocalFolder.Build(pool);
        if (flags != 0)
            await FileSystems.MakeAsync(pool, flags, cancellation);
    }

    public async ValueTask StartAsync(StoragePoolDefinition pool, CancellationToken cancellation)
    {
        MountSource.Validate(pool);
        var source = MountSource.Of(pool);
        if (!MountTable.Holds(source, pool.TargetPath))
            await Tool.RunAsync("mount", MountSource.Arguments(pool, source), cancellation);
    }

    public ValueTask<PoolContents> RefreshAsync(
        StoragePoolDefinition pool, VolumeSet known, CancellationToken cancellation) =>
        new(LocalFolder.Refresh(pool, known, options.VolumeReader, cancellation));

    public async ValueTask StopAsync(StoragePoolDefinition pool, CancellationToken cancellation)
    {
        MountSource.Validate(pool);
        if (MountTable.Holds(MountSource.Of(pool), pool.TargetPath))
            await Tool.RunAsync("umount", [pool.TargetPath], cancellation);
    }

    public ValueTask DeleteAsync(
        StoragePoolDefinition pool, VirStoragePoolDeleteFlags flags, CancellationToken cancellation)
    {
        BackendFlags.Only((uint)flags, 0, "virStorageBackendDeleteLocal");
        LocalFolder.Delete(pool);
        return default;
    }

    public async ValueTask<string> FindSourcesAsync(string? specification, CancellationToken cancellation) =>
        type == StoragePoolType.Netfs
            ? await NetworkExports.FindAsync(specification, cancellation)
            : throw StorageError.NoSupport($"pool type '{type.ToXml()}' does not support source discovery");
}
