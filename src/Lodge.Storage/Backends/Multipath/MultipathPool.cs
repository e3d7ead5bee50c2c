using Lodge.Model.Storage;
using Lodge.Storage.Backends.Devices;
using Lodge.Storage.Pools;
using Lodge.Storage.Volumes;

namespace Lodge.Storage.Backends.Multipath;

/// <summary>The pool of type mpath: every multipath device of this host.</summary>
/// <remarks>
/// Source: sysfs, <c>/sys/block/dm-N/dm</c>; multipath-tools gives its maps identities that begin with mpath.
/// </remarks>
internal sealed class MultipathPool : IPoolBackend
{
    private const string Blocks = "/sys/block";

    public StoragePoolType Type => StoragePoolType.Mpath;

    public IVolumeBackend Volumes { get; } = new DeviceVolumes();

    public ValueTask<bool> CheckAsync(StoragePoolDefinition pool, CancellationToken cancellation) =>
        new(BlockDevice.Exists("/dev/mapper") || BlockDevice.Exists("/dev/mpath"));

    public async ValueTask<PoolContents> RefreshAsync(
        StoragePoolDefinition pool, VolumeSet known, CancellationToken cancellation)
    {
        await BlockDevice.SettleAsync(cancellation);
        var volumes = Maps().Select(Read).ToList();
        var capacity = volumes.Aggregate(0UL, (sum, volume) => sum + volume.Capacity);
        return new PoolContents(pool, new StoragePoolUsage(capacity, capacity, 0), volumes);
    }

    private static IEnumerable<(string Device, string Map)> Maps()
    {
        if (!Directory.Exists(Blocks))
            yield break;
        foreach (var folder in Directory.EnumerateFileSystemEntries(Blocks, "dm-*").Order(StringComparer.Ordinal))
        {
            if (File.Exists($"{folder}/dm/uuid")
                && File.ReadAllText($"{folder}/dm/uuid").StartsWith("mpath-", StringComparison.Ordinal))
                yield return (Path.GetFileName(folder), File.ReadAllText($"{folder}/dm/name").Trim());
        }
    }

    private static StorageVolumeDefinition Read((string Device, string Map) map)
    {
        var path = $"/dev/mapper/{map.Map}";
        return BlockDevice.Read(new StorageVolumeDefinition { Name = map.Device, Key = path, Path = path });
    }
}
