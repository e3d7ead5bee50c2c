using Lodge.Daemon.Logging;
using Lodge.Daemon.Server;
using Lodge.Protocol.Errors;
using Lodge.Storage.Volumes.Streams;

namespace Lodge.Daemon.Storage;

/// <summary>Gives a volume's bytes to a client.</summary>
internal static class VolumeDownload
{
    private const int BufferSize = 4 * ServerStream.LargestChunk;

    /// <summary>Gives until the volume ends or the client gives up.</summary>
    /// <param name="source">The volume; closed at the end.</param>
    /// <param name="stream">The client's end.</param>
    /// <param name="atEnd">Called once the volume is closed.</param>
    public static async Task RunAsync(VolumeContent source, ServerStream stream, Action atEnd)
    {
        try
        {
            using (source)
            {
                await GiveAsync(source, stream);
            }
        }
        catch (VirException failure)
        {
            stream.Fail(failure.Error);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            if (!stream.Closed.IsCancellationRequested) Log.Error(
                "A download ended with an unexpected failure", failure);
            stream.Dispose();
        }
        finally
        {
            atEnd();
        }
    }

    // While one part is on its way, the next is read.
    private static async Task GiveAsync(VolumeContent source, ServerStream stream)
    {
        var (current, next) = (new byte[BufferSize], new byte[BufferSize]);
        var sending = default(ValueTask);
        while (true)
        {
            var part = await source.ReadAsync(current, stream.AllowsHoles, stream.Closed);
            await sending;
            if (part.IsEnd) break;
            sending = part.HoleLength > 0 ? stream.WriteHoleAsync(part.HoleLength) : stream.WriteAsync(part.Data);
            (current, next) = (next, current);
        }

        await stream.WriteEndAsync();
    }
}
