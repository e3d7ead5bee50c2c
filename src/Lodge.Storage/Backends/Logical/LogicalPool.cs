using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Backends.Devices;
using Lodge.Storage.Pools;
using Lodge.Storage.Tools;
using Lodge.Storage.Volumes;

namespace Lodge.Storage.Backends.Logical;

/// <summary>Pools of type logical: a volume group of LVM.</summary>
/// <param name="options">How the driver is set up.</param>
internal sealed class LogicalPool(StorageDriverOptions options) : IPoolBackend
{
    // What blkid calls a device of LVM.
    private const string DeviceFormat = "LVM2_member";

    public StoragePoolType Type => StoragePoolType.Logical;

    public IVolumeBackend Volumes { get; } = new LogicalVolumes(options.FileVolumes);

    public async ValueTask<bool> CheckAsync(StoragePoolDefinition pool, CancellationToken cancellation)
    {
        if (!BlockDevice.Exists(pool.TargetPath))
            return false;
        try
        {
            await VolumeGroups.RequireAsync(pool, cancellation);
            return true;
        }
        catch (VirException missing) when (missing.Code == VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED)
        {
            return false;
        }
    }

    public async ValueTask BuildAsync(
        StoragePoolDefinition pool, VirStoragePoolBuildFlags flags, CancellationToken cancellation)
    {
        BackendFlags.CheckBuild(flags, "virStorageBackendLogicalBuildPool");
        var devices = pool.Source.Devices.Select(device => device.Path).ToList();
        var made = new List<string>();
        try
        {
            foreach (var device in devices)
            {
                if (!flags.HasFlag(VirStoragePoolBuildFlags.VIR_STORAGE_POOL_BUILD_OVERWRITE))
                    await DeviceContent.RefuseUsedAsync(device, DeviceFormat, cancellation);
                BlockDevice.ClearLabel(device);
                await Tool.RunAsync("pvcreate", [device], cancellation);
                made.Add(device);
            }

            await Tool.RunAsync("vgcreate", [pool.Source.Name!, .. devices], cancellation);
        }
        catch
        {
            await ReleaseAsync(made);
            throw;
        }
    }

    public async ValueTask StartAsync(StoragePoolDefinition pool, CancellationToken cancellation)
    {
        await VolumeGroups.RequireAsync(pool, cancellation);
        await Tool.RunAsync("vgchange", ["-aly", pool.Source.Name!], cancellation);
    }

    public async ValueTask<PoolContents> RefreshAsync(
        StoragePoolDefinition pool, VolumeSet known, CancellationToken cancellation)
    {
        await BlockDevice.SettleAsync(cancellation);
        var volumes = await LogicalVolumes.ReadAsync(pool, cancellation);
        return new PoolContents(pool, await VolumeGroups.UsageAsync(pool.Source.Name!, cancellation), volumes);
    }

    public async ValueTask StopAsync(StoragePoolDefinition pool, CancellationToken cancellation) =>
        await Tool.RunAsync("vgchange", ["-aln", pool.Source.Name!], cancellation);

    public async ValueTask DeleteAsync(
        StoragePoolDefinition pool, VirStoragePoolDeleteFlags flags, CancellationToken cancellation)
    {
        BackendFlags.Only((uint)flags, 0, "virStorageBackendLogicalDeletePool");
        await Tool.RunAsync("vgremove", ["-f", pool.Source.Name!], cancellation);
        await ReleaseAsync(pool.Source.Devices.Select(device => device.Path));
    }

    public async ValueTask<string> FindSourcesAsync(string? specification, CancellationToken cancellation) =>
        StoragePoolXml.FormatSources(await VolumeGroups.FindAsync(cancellation), Type);

    // A device that stays LVM's would be refused by the next build; that is all that comes of a failure.
    private static async Task ReleaseAsync(IEnumerable<string> devices)
    {
        foreach (var device in devices)
            _ = await Tool.TryAsync("pvremove", [device], CancellationToken.None);
    }
}
