using Lodge.Client;
using Lodge.Install.Flow.Progress;
using Lodge.Install.Plan;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Flow;

/// <summary>Makes volumes, shows how far that is, and notes how they are removed again.</summary>
/// <param name="connection">The host.</param>
/// <param name="progress">Is told how far it is.</param>
/// <param name="undo">Removes them if something goes wrong later.</param>
internal sealed class VolumeMaking(LibvirtConnection connection, ITransferProgress progress, UndoList undo)
{
    private static readonly TimeSpan s_period = TimeSpan.FromSeconds(1);

    /// <summary>Makes a volume, empty or with the content of another.</summary>
    /// <param name="volume">The volume.</param>
    /// <param name="content">The volume that is copied; null for none.</param>
    /// <param name="isReflink">Whether a copy shares its blocks with what it is a copy of until either changes.</param>
    /// <param name="cancellation">Gives up; what was made is removed.</param>
    /// <exception cref="InstallFailure">The server refused.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public async Task<StorageVolume> MakeAsync(
        VolumeRequest volume, StorageVolume? content, bool isReflink, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        progress.Start($"Allocating '{volume.Name}'", (long)volume.Capacity);
        try
        {
            var pool = await connection.LookupStoragePoolByNameAsync(volume.Pool.Name, cancellation);
            // The server goes on with what it has begun, whatever happens here: only what is there can be removed.
            var making = Make(pool, volume, content, isReflink);
            using var over = new CancellationTokenSource();
            var watching = WatchAsync(pool, volume.Name, making, over.Token);
            var made = await making;
            undo.Add($"disk '{volume.Name}'", () => made.DeleteAsync().AsTask());
            await over.CancelAsync();
            await watching;
            progress.Update((long)volume.Capacity);
            progress.End();
            cancellation.ThrowIfCancellationRequested();
            return made;
        }
        catch (VirException refused)
        {
            throw new InstallFailure($"Couldn't create storage volume '{volume.Name}': '{refused.Message}'", refused);
        }
    }

    private Task<StorageVolume> Make(
        StoragePool pool, VolumeRequest volume, StorageVolume? content, bool isReflink)
    {
        var isQemu = !connection.Uri.StartsWith("test:", StringComparison.Ordinal);
        var flags = (VirStorageVolCreateFlags)0;
        if (content is not null)
        {
            if (isReflink) flags |= VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_REFLINK;
            if (isQemu && volume.Format == "qcow2" && volume.Allocation == volume.Capacity)
                flags |= VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA;
            return pool.CreateVolumeXmlFromAsync(VolumeXml.Of(volume), content, flags).AsTask();
        }

        if (isQemu && volume.Format == "qcow2" && volume.BackingPath is null)
            flags |= VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA;
        return pool.CreateVolumeXmlAsync(VolumeXml.Of(volume), flags).AsTask();
    }

    // libvirt tells nobody how far a volume is: whoever wants to show that has to look now and then.
    private async Task WatchAsync(StoragePool pool, string name, Task making, CancellationToken over)
    {
        using var timer = new PeriodicTimer(s_period);
        try
        {
            while (!making.IsCompleted && await timer.WaitForNextTickAsync(over))
            {
                var volume = await pool.LookupVolumeByNameAsync(name, over);
                progress.Update((long)(await volume.GetInfoAsync(over)).Allocation);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or VirException)
        {
            // It is made, or cannot be looked at while it is.
        }
    }
}
