using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Pools;
using Lodge.Storage.Volumes;

namespace Lodge.Storage;

public sealed partial class StorageDriver
{
    /// <summary>Makes a volume. It is seen from the start, and grows before everybody's eyes.</summary>
    /// <param name="pool">Its pool.</param>
    /// <param name="xml">The volume.</param>
    /// <param name="flags">How it is made.</param>
    /// <param name="cancellation">Ends the work; nothing of the volume is left then.</param>
    /// <exception cref="VirException">The XML is refused, the name is taken, or it cannot be made.</exception>
    public async ValueTask<StorageVolume> CreateVolumeAsync(
        StoragePool pool, string xml, VirStorageVolCreateFlags flags, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var now = pool.Current;
        RefuseInactive(now);
        var asked = StorageVolumeXml.Parse(xml, now.Definition.Type, StorageVolumeXmlOptions.CapacityOfBacking);
        var backend = VolumesOf(now);
        if (asked.Capacity == 0 && !backend.BuildsContent)
        {
            throw StorageError.NoSupport("volume capacity required for this storage pool");
        }

        StorageVolumeDefinition placed;
        using (await pool.BeginAsync("virStorageVolCreateXML", cancellation))
        {
            if (pool.Current.Volumes.FindName(asked.Name) is not null)
            {
                throw StorageError.Of(VirErrorNumber.VIR_ERR_STORAGE_VOL_EXIST, $"'{asked.Name}'");
            }

            placed = await PlaceAsync(pool, backend, asked, cancellation);
        }

        return await MakeAsync(pool, backend, new VolumeBuild(pool.Current, placed, null, flags), cancellation);
    }

    /// <summary>Makes a volume with the content of another one.</summary>
    /// <param name="pool">Its pool.</param>
    /// <param name="xml">The volume; at least as large as the other one.</param>
    /// <param name="sourcePool">The pool of the other volume.</param>
    /// <param name="sourceName">The other volume.</param>
    /// <param name="flags">How it is made.</param>
    /// <param name="cancellation">Ends the work; nothing of the volume is left then.</param>
    /// <exception cref="VirException">The XML is refused, the name is taken, or it cannot be made.</exception>
    public async ValueTask<StorageVolume> CloneVolumeAsync(
        StoragePool pool,
        string xml,
        string sourcePool,
        string sourceName,
        VirStorageVolCreateFlags flags,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var now = pool.Current;
        var from = Pools.Get(sourcePool);
        RefuseInactive(now);
        var source = FindVolume(from, sourceName);
        var asked = StorageVolumeXml.Parse(xml, now.Definition.Type, StorageVolumeXmlOptions.NoCapacity);
        if (now.Volumes.FindName(asked.Name) is not null)
        {
            throw StorageError.Internal($"storage volume name '{asked.Name}' already in use.");
        }

        var backend = VolumesOf(now);
        if (!backend.BuildsFromVolumes)
        {
            throw StorageError.NoSupport("storage pool does not support volume creation from an existing volume");
        }

        using var use = await UseAsync(from, source.Name, "virStorageVolCreateXMLFrom", RefuseBuilding, cancellation);
        var input = await LookAsync(from, use.Volume, cancellation);
        var sized = asked with { Capacity = Math.Max(asked.Capacity, input.Capacity) };
        if (!sized.HasAllocation) sized = sized with { Allocation = sized.Capacity };
        StorageVolumeDefinition placed;
        using (await pool.BeginAsync("virStorageVolCreateXMLFrom", cancellation))
        {
            if (pool.Current.Volumes.FindName(asked.Name) is not null)
            {
                throw StorageError.Internal($"storage volume name '{asked.Name}' already in use.");
            }

            placed = await PlaceAsync(pool, backend, sized, cancellation);
        }

        return await MakeAsync(pool, backend, new VolumeBuild(pool.Current, placed, input, flags), cancellation);
    }

    // With the job held.
    private static async ValueTask<StorageVolumeDefinition> PlaceAsync(
        StoragePool pool, IVolumeBackend backend, StorageVolumeDefinition asked, CancellationToken cancellation)
    {
        RefuseInactive(pool.Current);
        var placed = await backend.CreateAsync(pool.Current, asked with { Key = "" }, cancellation);
        pool.Publish(s => s with
        {
            Volumes = s.Volumes.With(new StorageVolume(placed) { IsBuilding = true }),
            LongWorks = s.LongWorks + 1,
        });
        return placed;
    }

    // Without the job: it may take hours, and others go on with the pool meanwhile.
    private async ValueTask<StorageVolume> MakeAsync(
        StoragePool pool, IVolumeBackend backend, VolumeBuild build, CancellationToken cancellation)
    {
        var isThere = !backend.BuildsContent;
        try
        {
            if (backend.BuildsContent || build.Input is not null) await backend.BuildAsync(build, cancellation);
            isThere = true;
            var made = new StorageVolume(await backend.RefreshAsync(pool.Current, build.Volume, cancellation));
            pool.Publish(s => s with
            {
                Volumes = s.Volumes.With(made),
                LongWorks = s.LongWorks - 1,
                Usage = backend.CountsByVolume ? Grown(s.Usage, made.Definition.Allocation) : s.Usage,
            });
            if (!backend.CountsByVolume) await LookAgainAsync(pool, cancellation);
            return made;
        }
        catch
        {
            if (isThere) await TakeAwayAsync(pool, backend, build.Volume);
            pool.Publish(s => s.Volumes.FindName(build.Volume.Name) is { IsBuilding: true }
                ? s with { Volumes = s.Volumes.Without(build.Volume.Name), LongWorks = s.LongWorks - 1 }
                : s);
            throw;
        }
    }

    // The error that brought us here is the one to tell: what fails now is only reported.
    private async ValueTask TakeAwayAsync(StoragePool pool, IVolumeBackend backend, StorageVolumeDefinition volume)
    {
        try
        {
            await backend.DeleteAsync(pool.Current, volume, default, CancellationToken.None);
        }
        catch (Exception failure) when (failure is VirException or IOException)
        {
            _report($"Failed to delete storage volume '{volume.Name}' that was not made: {failure.Message}");
        }
    }

    private async ValueTask LookAgainAsync(StoragePool pool, CancellationToken cancellation)
    {
        using var job = await pool.BeginAsync("virStoragePoolRefresh", cancellation);
        var now = pool.Current;
        if (!now.IsActive || now.LongWorks > 0) return;
        var contents = await Backend(now.Definition.Type).RefreshAsync(now.Definition, now.Volumes, cancellation);
        pool.Publish(s => Looked(s, contents));
    }
}
