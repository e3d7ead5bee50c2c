using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Pools;

namespace Lodge.Storage;

public sealed partial class StorageDriver
{
    /// <summary>Takes a volume away.</summary>
    /// <exception cref="VirException">It is in use, still being made, or cannot be taken away.</exception>
    public async ValueTask DeleteVolumeAsync(
        StoragePool pool, string name, VirStorageVolDeleteFlags flags, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pool);
        RefuseInactive(pool.Current);
        var backend = VolumesOf(pool.Current);
        using (await pool.BeginAsync("virStorageVolDelete", cancellation))
        {
            var volume = FindVolume(pool, name);
            RefuseUsed(volume);
            RefuseBuilding(volume);
            RefuseGuest(volume);
            await backend.DeleteAsync(pool.Current, volume.Definition, flags, cancellation);
            pool.Publish(s => s with
            {
                Volumes = s.Volumes.Without(name),
                Usage = backend.CountsByVolume ? Shrunk(s.Usage, volume.Definition.Allocation) : s.Usage,
            });
        }

        if (!backend.CountsByVolume) await LookAgainAsync(pool, cancellation);
    }

    /// <summary>Changes a volume's capacity.</summary>
    /// <param name="pool">Its pool.</param>
    /// <param name="name">The volume.</param>
    /// <param name="size">The new capacity in bytes, or by how much it changes.</param>
    /// <param name="flags">What the size means, whether it may shrink, and whether the space is taken at once.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="VirException">It is in use, would shrink unasked, or cannot be changed so.</exception>
    public async ValueTask ResizeVolumeAsync(
        StoragePool pool, string name, ulong size, VirStorageVolResizeFlags flags, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pool);
        const VirStorageVolResizeFlags Allocate = VirStorageVolResizeFlags.VIR_STORAGE_VOL_RESIZE_ALLOCATE;
        const VirStorageVolResizeFlags Delta = VirStorageVolResizeFlags.VIR_STORAGE_VOL_RESIZE_DELTA;
        const VirStorageVolResizeFlags Shrink = VirStorageVolResizeFlags.VIR_STORAGE_VOL_RESIZE_SHRINK;
        using var job = await pool.BeginAsync("virStorageVolResize", cancellation);
        var volume = FindVolume(pool, name);
        RefuseUsed(volume);
        RefuseBuilding(volume);
        var now = await LookAsync(pool, volume, cancellation);
        var isShrink = (flags & Shrink) != 0;
        var capacity = (flags & Delta) == 0 ? size
            : isShrink ? now.Capacity - Math.Min(size, now.Capacity)
            : Sum(now.Capacity, size);
        if (capacity < now.Allocation)
        {
            throw StorageError.Argument("can't shrink capacity below existing allocation");
        }

        if (capacity < now.Capacity && !isShrink)
        {
            throw StorageError.Argument(
                "Can't shrink capacity below current capacity unless shrink flag explicitly specified");
        }

        if (capacity < now.Capacity) RefuseGuest(volume);
        var growth = (flags & Allocate) != 0 ? capacity - now.Allocation : 0;
        if (growth > pool.Current.Usage.Available)
        {
            throw StorageError.Of(VirErrorNumber.VIR_ERR_OPERATION_FAILED, "Not enough space left in storage pool");
        }

        await VolumesOf(pool.Current).ResizeAsync(pool.Current, now, capacity, flags & ~Delta, cancellation);
        var resized = now with { Capacity = capacity, Allocation = now.Allocation + growth };
        pool.Publish(s => s with
        {
            Volumes = s.Volumes.With(volume with { Definition = resized }),
            Usage = Grown(s.Usage, growth),
        });
    }

    /// <summary>Overwrites a volume's content.</summary>
    /// <exception cref="VirException">It is in use, still being made, or cannot be overwritten so.</exception>
    public async ValueTask WipeVolumeAsync(
        StoragePool pool, string name, VirStorageVolWipeAlgorithm algorithm, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pool);
        using var use = await UseAsync(pool, name, "virStorageVolWipePattern", RefuseChange, cancellation);
        var backend = VolumesOf(pool.Current);
        var wiped = await backend.WipeAsync(pool.Current, use.Volume.Definition, algorithm, cancellation);
        pool.Publish(s => s.Volumes.FindName(name) is { } known
            ? s with { Volumes = s.Volumes.With(known with { Definition = wiped }) }
            : s);
    }

    private static ulong Sum(ulong capacity, ulong more) => more <= long.MaxValue - Math.Min(capacity, long.MaxValue)
        ? capacity + more
        : throw StorageError.Argument("capacity is too large");

    private void RefuseChange(StorageVolume volume)
    {
        RefuseUsed(volume);
        RefuseBuilding(volume);
        RefuseGuest(volume);
    }
}
