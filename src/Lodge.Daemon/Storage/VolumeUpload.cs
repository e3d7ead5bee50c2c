using Lodge.Daemon.Logging;
using Lodge.Daemon.Server;
using Lodge.Protocol.Errors;
using Lodge.Storage.Volumes.Streams;

namespace Lodge.Daemon.Storage;

/// <summary>Takes a volume's bytes from a client.</summary>
internal static class VolumeUpload
{
    /// <summary>Takes until the client finishes; one that gives up leaves nothing half-made.</summary>
    /// <param name="target">The volume; closed at the end.</param>
    /// <param name="stream">The client's end.</param>
    /// <param name="atEnd">Called once the volume is closed, before the client learns of its success.</param>
    public static async Task RunAsync(VolumeOverwrite target, ServerStream stream, Action atEnd)
    {
        VirError? error = null;
        try
        {
            using (target)
            {
                await TakeAsync(target, stream);
            }
        }
        catch (VirException failure)
        {
            error = failure.Error;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            if (!stream.Closed.IsCancellationRequested) Log.Error(
                "An upload ended with an unexpected failure", failure);
        }

        try
        {
            atEnd();
        }
        catch (VirException failure)
        {
            Log.Warning($"Cannot look at an uploaded volume: {failure.Message}");
        }

        if (error is not null) stream.Fail(error);
        stream.Dispose();
    }

    private static async Task TakeAsync(VolumeOverwrite target, ServerStream stream)
    {
        while (true)
        {
            var packet = await stream.ReadAsync(stream.Closed);
            switch (packet.Kind)
            {
                case StreamPacketKind.Data:
                    await target.WriteAsync(packet.Data, stream.Closed);
                    break;
                case StreamPacketKind.Hole:
                    target.WriteHole(packet.HoleLength, stream.Closed);
                    break;
                case StreamPacketKind.Finish:
                    target.Complete();
                    return;
                default:
                    return;
            }
        }
    }
}
