using Lodge.Protocol.Errors;
using Lodge.Storage.Pools;

namespace Lodge.Storage;

public sealed partial class StorageDriver
{
    /// <summary>Begins long work that reads a volume.</summary>
    /// <returns>Holds the volume and its pool until it is disposed.</returns>
    /// <exception cref="VirException">There is no such volume, it is still being made, or its pool has no such
    /// work.</exception>
    public async ValueTask<VolumeUse> BeginDownloadAsync(StoragePool pool, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return await OpenAsync(pool, name, isUpload: false, RefuseBuilding, cancellation);
    }

    /// <summary>Begins long work that overwrites a volume.</summary>
    /// <returns>Holds the volume and its pool until it is disposed.</returns>
    /// <exception cref="VirException">There is no such volume, it is in use or still being made, or its pool has no
    /// such
    /// work.</exception>
    public async ValueTask<VolumeUse> BeginUploadAsync(StoragePool pool, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return await OpenAsync(pool, name, isUpload: true, RefuseChange, cancellation);
    }

    /// <summary>Looks at a volume that was overwritten, and tells that its pool changed.</summary>
    public void NoteUploaded(StoragePool pool, string name)
    {
        ArgumentNullException.ThrowIfNull(pool);
        pool.Publish(s => s.Volumes.FindName(name) is { Definition: var known } volume
            && Options.VolumeReader.Read(known.Path, name, known: null) is { } found
            ? s with { Volumes = s.Volumes.With(volume with { Definition = found with { Key = known.Key } }) }
            : s);
        EmitRefresh(pool);
    }

    private async ValueTask<VolumeUse> OpenAsync(
        StoragePool pool, string name, bool isUpload, Action<StorageVolume> refuse, CancellationToken cancellation)
    {
        var api = isUpload ? "virStorageVolUpload" : "virStorageVolDownload";
        var use = await UseAsync(pool, name, api, refuse, cancellation);
        try
        {
            use.Path = VolumesOf(pool.Current).StreamPath(use.Volume.Definition, isUpload);
            return use;
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    private static async ValueTask<VolumeUse> UseAsync(
        StoragePool pool, string name, string api, Action<StorageVolume> refuse, CancellationToken cancellation)
    {
        RefuseInactive(pool.Current);
        using var job = await pool.BeginAsync(api, cancellation);
        var volume = FindVolume(pool, name);
        refuse(volume);
        pool.Publish(s => s with
        {
            Volumes = s.Volumes.With(volume with { Users = volume.Users + 1 }),
            LongWorks = s.LongWorks + 1,
        });
        return new VolumeUse(pool, volume);
    }
}
