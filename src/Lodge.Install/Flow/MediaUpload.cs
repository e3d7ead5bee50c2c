using Lodge.Client;
using Lodge.Install.Facts;
using Lodge.Install.Flow.Progress;
using Lodge.Install.Options.Storage;
using Lodge.Install.Plan;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Flow;

/// <summary>Sends files to the host that is to run the guest, as volumes of a pool that is there for them.</summary>
/// <param name="connection">The host.</param>
/// <param name="host">What is known of it.</param>
/// <param name="progress">Is told how far it is.</param>
/// <param name="undo">Removes them at the end.</param>
internal sealed class MediaUpload(
    LibvirtConnection connection, IHostFacts host, ITransferProgress progress, UndoList undo)
{
    private const int BlockSize = 1024 * 1024;
    private const string PoolName = "boot-scratch";

    /// <summary>Sends a file.</summary>
    /// <returns>Where the host finds it.</returns>
    /// <exception cref="VirException">The server refused, or is gone.</exception>
    public async Task<string> SendAsync(string path, CancellationToken cancellation)
    {
        var pool = Pool();
        var name = NumberedName.Free(Path.GetFileName(path), host.Storage.Names(pool).Contains);
        await using var file = File.OpenRead(path);
        var request = new VolumeRequest { Pool = pool, Name = name, Capacity = (ulong)file.Length, Format = "raw" };
        var volume = await new VolumeMaking(connection, NoProgress.Instance, undo)
            .MakeAsync(request, null, isReflink: false, cancellation);
        progress.Start($"Transferring '{Path.GetFileName(path)}'", file.Length);
        await using (var stream = await volume.UploadAsync(length: (ulong)file.Length, cancellationToken: cancellation))
        {
            var buffer = new byte[BlockSize];
            int count;
            while ((count = await file.ReadAsync(buffer, cancellation)) > 0)
            {
                await stream.WriteAsync(buffer.AsMemory(0, count), cancellation);
                progress.Update(file.Position);
            }

            await stream.FinishAsync(cancellation);
        }

        progress.End();
        return await volume.GetPathAsync(cancellation);
    }

    private HostPool Pool()
    {
        var storage = host.Storage;
        var pool = storage.Pools.FirstOrDefault(known => known.Folder == ScratchFolder.OfHost);
        if (pool is null)
        {
            var name = NumberedName.Free(PoolName, taken => storage.Pools.Any(known => known.Name == taken));
            return storage.Make(name, ScratchFolder.OfHost, build: true);
        }

        storage.Refresh(pool);
        return pool;
    }
}
