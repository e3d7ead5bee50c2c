using Lodge.Daemon.Logging;
using Lodge.Daemon.Server;
using Lodge.Protocol.Errors;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Domains.Consoles;

/// <summary>
/// Carries a console between a guest and one client: every byte, in order, in both directions. Whichever side is slow
/// makes the other wait, and it ends with the guest, the client, or whoever takes the console by force.
/// </summary>
internal sealed class ConsoleSession
{
    private const int BufferSize = 16 * 1024;

    private readonly SafeFileHandle _file;
    private readonly ServerStream _stream;
    private readonly CancellationTokenSource _end;

    /// <summary>A session that begins with <see cref="RunAsync"/>.</summary>
    /// <param name="file">The guest's end, non-blocking; closed with the session.</param>
    /// <param name="stream">The client's end.</param>
    public ConsoleSession(SafeFileHandle file, ServerStream stream)
    {
        _file = file;
        _stream = stream;
        _end = CancellationTokenSource.CreateLinkedTokenSource(stream.Closed);
    }

    /// <summary>Ends the session at once, and tells its client in libvirtd's words.</summary>
    public void End()
    {
        var lost = new VirException(
            VirErrorNumber.VIR_ERR_RPC, VirErrorDomain.VIR_FROM_STREAMS, "stream had I/O failure");
        _stream.Fail(lost.Error);
        _end.Cancel();
    }

    /// <summary>Carries until one side ends.</summary>
    public async Task RunAsync()
    {
        try
        {
            var toClient = CarryToClientAsync();
            var toGuest = CarryToGuestAsync();
            await Task.WhenAny(toClient, toGuest);
            if (toClient.IsCompletedSuccessfully && await toClient)
                await toGuest;
            await _end.CancelAsync();
            await Task.WhenAll(toClient, toGuest);
        }
        catch (Exception failure)
        {
            Log.Error("A console ended with an unexpected failure", failure);
        }
        finally
        {
            _file.Dispose();
            _stream.Dispose();
            _end.Dispose();
        }
    }

    /// <summary>Carries what the guest writes.</summary>
    /// <returns>Whether the guest ended, so that the client is to finish in its own time.</returns>
    private async Task<bool> CarryToClientAsync()
    {
        var buffer = new byte[BufferSize];
        try
        {
            while (true)
            {
                var count = await ConsoleFile.ReadAsync(_file, buffer, _end.Token);
                if (count == 0)
                    break;
                await _stream.WriteAsync(buffer.AsMemory(0, count));
            }

            await _stream.WriteEndAsync();
            return true;
        }
        catch (Exception) when (_end.IsCancellationRequested || _stream.Closed.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Carries what the client types, until it finishes or aborts.</summary>
    private async Task CarryToGuestAsync()
    {
        try
        {
            while (true)
            {
                var packet = await _stream.ReadAsync(_end.Token);
                switch (packet.Kind)
                {
                    case StreamPacketKind.Data:
                        // What is typed after the guest's end goes nowhere; the client learns of the end all the same.
                        _ = await ConsoleFile.WriteAsync(_file, packet.Data, _end.Token);
                        break;
                    case StreamPacketKind.Finish:
                        _stream.Confirm();
                        return;
                    case StreamPacketKind.Abort:
                        return;
                }
            }
        }
        catch (Exception) when (_end.IsCancellationRequested || _stream.Closed.IsCancellationRequested)
        {
            // The session is over.
        }
    }
}
