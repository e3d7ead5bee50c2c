using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Daemon.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using Lodge.Storage.Volumes.Streams;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class StorageVolProcedures
{
    /// <inheritdoc/>
    public async ValueTask StorageVolUploadAsync(ClientCall call, StorageVolUploadArgs args)
    {
        const uint Sparse = (uint)VirStorageVolUploadFlags.VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM;
        FlagCheck.Only(args.Flags, Sparse, "storageVolUpload");
        var pool = driver.Pools.Get(args.Vol.Pool);
        var use = await driver.BeginUploadAsync(pool, args.Vol.Name, call.CancellationToken);
        try
        {
            var target = VolumeOverwrite.Open(use.Path, args.Offset, args.Length);
            var stream = call.OpenStream((args.Flags & Sparse) != 0);
            stream.ReleaseAtEnd(use.Dispose);
            _ = VolumeUpload.RunAsync(target, stream, () =>
            {
                use.Dispose();
                driver.NoteUploaded(pool, args.Vol.Name);
            });
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask StorageVolDownloadAsync(ClientCall call, StorageVolDownloadArgs args)
    {
        const uint Sparse = (uint)VirStorageVolDownloadFlags.VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM;
        FlagCheck.Only(args.Flags, Sparse, "storageVolDownload");
        var pool = driver.Pools.Get(args.Vol.Pool);
        var use = await driver.BeginDownloadAsync(pool, args.Vol.Name, call.CancellationToken);
        try
        {
            var source = VolumeContent.Open(use.Path, args.Offset, args.Length);
            var stream = call.OpenStream((args.Flags & Sparse) != 0);
            stream.ReleaseAtEnd(use.Dispose);
            _ = VolumeDownload.RunAsync(source, stream, use.Dispose);
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }
}
