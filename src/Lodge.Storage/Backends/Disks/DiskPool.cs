using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Backends.Devices;
using Lodge.Storage.Pools;
using Lodge.Storage.Tools;
using Lodge.Storage.Volumes;

namespace Lodge.Storage.Backends.Disks;

/// <summary>Pools of type disk: the partitions of a disk.</summary>
/// <param name="options">How the driver is set up.</param>
internal sealed class DiskPool(StorageDriverOptions options) : IPoolBackend
{
    private const ulong Sector = 512;

    public StoragePoolType Type => StoragePoolType.Disk;

    public IVolumeBackend Volumes { get; } = new DiskVolumes(options.FileVolumes);

    /// <summary>The pool's kind of table; MS-DOS's where nobody said.</summary>
    public static string FormatOf(StoragePoolDefinition pool) =>
        pool.Source.Format is null or "unknown" ? "dos" : pool.Source.Format;

    /// <summary>Reads all partitions of a pool's disk, and the room between them.</summary>
    public static async Task<PoolContents> ReadAsync(StoragePoolDefinition pool, CancellationToken cancellation)
    {
        var device = pool.Source.Devices[0];
        var table = await PartitionTable.ReadAsync(device.Path, FormatOf(pool) == "dos", cancellation);
        var volumes = table.Partitions.Select(line => Read(pool, device, table, line)).ToList();
        if (volumes.FindIndex(volume => volume.Partition == PartitionKind.Extended) is var extended and >= 0)
        {
            var logical = volumes.Where(volume => volume.Partition == PartitionKind.Logical);
            volumes[extended] = volumes[extended] with { Allocation = Sum(logical, volume => volume.Allocation) };
        }

        var free = table.Free.Select(stretch => stretch.Extent)
            .Select(extent => extent.Start == 0 ? extent with { Start = Sector } : extent).ToList();
        var allocation = Sum(volumes.Where(volume => volume.Partition != PartitionKind.Extended), v => v.Allocation);
        var ends = volumes.Select(volume => volume.Extents[0].Extent.End).Concat(free.Select(extent => extent.End));
        return new PoolContents(
            pool with { Source = pool.Source with { Devices = [device with { FreeExtents = free }] } },
            new StoragePoolUsage(
                ends.DefaultIfEmpty().Max(), allocation, Sum(free, extent => extent.End - extent.Start)),
            volumes);
    }

    public async ValueTask<bool> CheckAsync(StoragePoolDefinition pool, CancellationToken cancellation)
    {
        if (!BlockDevice.Exists(pool.Source.Devices[0].Path))
            return false;
        await DeviceContent.RequireAsync(pool.Source.Devices[0].Path, FormatOf(pool), cancellation);
        return true;
    }

    public async ValueTask BuildAsync(
        StoragePoolDefinition pool, VirStoragePoolBuildFlags flags, CancellationToken cancellation)
    {
        BackendFlags.CheckBuild(flags, "virStorageBackendDiskBuildPool");
        var device = pool.Source.Devices[0].Path;
        var format = FormatOf(pool);
        if (!flags.HasFlag(VirStoragePoolBuildFlags.VIR_STORAGE_POOL_BUILD_OVERWRITE))
            await DeviceContent.RefuseUsedAsync(device, format, cancellation);
        BlockDevice.ClearLabel(device);
        await Tool.RunAsync(
            "parted", [device, "mklabel", "--script", format == "dos" ? "msdos" : format], cancellation);
    }

    public async ValueTask StartAsync(StoragePoolDefinition pool, CancellationToken cancellation)
    {
        await BlockDevice.SettleAsync(cancellation);
        await DeviceContent.RequireAsync(RequireDevice(pool), FormatOf(pool), cancellation);
    }

    public async ValueTask<PoolContents> RefreshAsync(
        StoragePoolDefinition pool, VolumeSet known, CancellationToken cancellation)
    {
        await BlockDevice.SettleAsync(cancellation);
        RequireDevice(pool);
        return await ReadAsync(pool, cancellation);
    }

    public ValueTask DeleteAsync(
        StoragePoolDefinition pool, VirStoragePoolDeleteFlags flags, CancellationToken cancellation)
    {
        BackendFlags.Only((uint)flags, 0, "virStorageBackendDiskDeletePool");
        BlockDevice.ClearLabel(pool.Source.Devices[0].Path);
        return default;
    }

    private static string RequireDevice(StoragePoolDefinition pool)
    {
        var path = pool.Source.Devices[0].Path;
        return BlockDevice.Exists(path) ? path : throw StorageError.Argument($"device path '{path}' doesn't exist");
    }

    private static StorageVolumeDefinition Read(
        StoragePoolDefinition pool, StoragePoolDevice device, PartitionTable table, PartitionLine line)
    {
        var node = PartitionTable.NodeOf(device, line.Number);
        var path = BlockDevice.StablePath(pool.TargetPath, node);
        var volume = new StorageVolumeDefinition
        {
            Name = Path.GetFileName(node),
            Key = path,
            Path = path,
            Partition = table.KindOf(line),
            Extents = [new StorageVolumeExtent(device.Path, line.Extent)],
        };
        if (volume.Partition != PartitionKind.Extended)
            return BlockDevice.Read(volume);

        // The kernel lets nobody open an extended partition that others lie in, and tells no size of it.
        var length = line.Extent.End - line.Extent.Start;
        try
        {
            volume = BlockDevice.Read(volume);
        }
        catch (VirException)
        {
            volume = volume with { Type = VirStorageVolType.VIR_STORAGE_VOL_BLOCK };
        }

        return volume with { Capacity = length, Allocation = 0 };
    }

    private static ulong Sum<T>(IEnumerable<T> items, Func<T, ulong> size) =>
        items.Aggregate(0UL, (sum, item) => sum + size(item));
}
