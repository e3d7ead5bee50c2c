using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Pools;

namespace Lodge.Storage;

public sealed partial class StorageDriver
{
    /// <summary>Finds a volume of an active pool.</summary>
    /// <exception cref="VirException">There is no such pool or volume, or the pool is not active.</exception>
    public (StoragePool Pool, StorageVolume Volume) FindVolume(string poolName, string name)
    {
        var pool = Pools.Get(poolName);
        return (pool, FindVolume(pool, name));
    }

    /// <summary>Finds a volume of an active pool.</summary>
    /// <exception cref="VirException">There is no such volume, or the pool is not active.</exception>
    public static StorageVolume FindVolume(StoragePool pool, string name)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var now = pool.Current;
        RefuseInactive(now);
        return now.Volumes.FindName(name) ?? throw StorageError.Of(
            VirErrorNumber.VIR_ERR_NO_STORAGE_VOL, $"no storage vol with matching name '{name}'");
    }

    /// <summary>Finds a volume of any active pool by its key.</summary>
    /// <exception cref="VirException">VIR_ERR_NO_STORAGE_VOL where there is none.</exception>
    public (StoragePool Pool, StorageVolume Volume) FindVolumeByKey(string key) =>
        FindVolume(now => now.Volumes.FindKey(key))
        ?? throw StorageError.Of(VirErrorNumber.VIR_ERR_NO_STORAGE_VOL, $"no storage vol with matching key {key}");

    /// <summary>Finds a volume of any active pool by its path, or by another name of the device it is.</summary>
    /// <exception cref="VirException">VIR_ERR_NO_STORAGE_VOL where there is none.</exception>
    public (StoragePool Pool, StorageVolume Volume) FindVolumeByPath(string path)
    {
        var clean = StoragePath.Sanitize(path);
        return FindVolume(now => now.Volumes.FindPath(clean)) ?? FindVolumeByDevice(clean) ?? throw StorageError.Of(
            VirErrorNumber.VIR_ERR_NO_STORAGE_VOL,
            $"no storage vol with matching path '{path}'" + (clean == path ? "" : $" ({clean})"));
    }

    /// <summary>Looks at a volume again.</summary>
    /// <returns>The volume with its present sizes and owners.</returns>
    /// <exception cref="VirException">It is gone, or cannot be read.</exception>
    public async ValueTask<StorageVolumeDefinition> LookAsync(
        StoragePool pool, StorageVolume volume, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(volume);
        var now = pool.Current;
        try
        {
            return await VolumesOf(now).RefreshAsync(now, volume.Definition, cancellation);
        }
        catch (VirException) when (volume.IsBuilding)
        {
            // What is being made need not be there yet.
            return volume.Definition;
        }
    }

    private (StoragePool Pool, StorageVolume Volume)? FindVolume(Func<PoolSnapshot, StorageVolume?> find)
    {
        foreach (var pool in Pools.All)
        {
            if (pool.Current is { IsActive: true } now && find(now) is { } volume) return (pool, volume);
        }

        return null;
    }

    // Pools of stable names (/dev/disk/by-id) know a device by the link that leads to it.
    private (StoragePool Pool, StorageVolume Volume)? FindVolumeByDevice(string path)
    {
        const string Devices = "/dev/";
        if (!path.StartsWith(Devices, StringComparison.Ordinal)) return null;
        if (!Native.FileFacts.TryGet(path, follow: true, out var wanted)) return null;
        return FindVolume(now => now.Definition.TargetPath?.StartsWith(Devices, StringComparison.Ordinal) != true
            ? null
            : now.Volumes.All.FirstOrDefault(volume =>
                Native.FileFacts.TryGet(volume.Definition.Path, follow: true, out var facts)
                && facts.Identity == wanted.Identity));
    }

    private Volumes.IVolumeBackend VolumesOf(PoolSnapshot pool) => Backend(pool.Definition.Type).Volumes;

    private static void RefuseBuilding(StorageVolume volume)
    {
        if (volume.IsBuilding) throw StorageError.Operation($"volume '{volume.Name}' is still being allocated.");
    }

    private static void RefuseUsed(StorageVolume volume)
    {
        if (volume.Users > 0) throw StorageError.Operation($"volume '{volume.Name}' is still in use.");
    }

    private void RefuseGuest(StorageVolume volume)
    {
        if (volume.Definition.Path.StartsWith('/') && Options.FindGuest(volume.Definition.Path) is { } guest)
        {
            throw StorageError.Operation(
                $"volume '{volume.Name}' is still in use by guest '{guest}': shut it down, or detach the disk, first");
        }
    }

    private static StoragePoolUsage Grown(StoragePoolUsage usage, ulong bytes) => usage with
    {
        Allocation = usage.Allocation + bytes,
        Available = usage.Available > bytes ? usage.Available - bytes : 0,
    };

    private static StoragePoolUsage Shrunk(StoragePoolUsage usage, ulong bytes) => usage with
    {
        Allocation = usage.Allocation > bytes ? usage.Allocation - bytes : 0,
        Available = usage.Available + bytes,
    };
}
