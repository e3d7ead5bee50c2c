using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Lodge.Web.Hypervisors;

namespace Lodge.Web.Consoles;

/// <summary>
/// The serial console of a guest for one browser. Binary messages are what is typed and shown; text messages tell how
/// the console is. It outlives the guest's restarts, and the daemon's.
/// </summary>
internal sealed class SerialConsole(Hypervisor host, Guid uuid, string? device, bool takesOver)
{
    private const int BufferSize = 16 * 1024;
    private ClientStream? _stream;
    private bool _takesOver = takesOver;

    /// <summary>Serves the browser until it goes.</summary>
    public async Task RunAsync(WebSocket socket, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var typing = TypeAsync(socket, over);
        using var signal = new HostSignal(host, HypervisorChange.Guests | HypervisorChange.Link);
        try
        {
            while (true)
            {
                await ShowAsync(socket, over.Token);
                await signal.NextAsync(over.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The browser has gone.
        }
        finally
        {
            await over.CancelAsync();
            await typing;
        }
    }

    /// <summary>Shows the console until it ends, or says why there is none.</summary>
    private async Task ShowAsync(WebSocket socket, CancellationToken cancellation)
    {
        if (host.State != LinkState.Open)
        {
            await TellAsync(socket, "lost", $"No connection to {host.Name}.", cancellation);
            return;
        }

        if (host.Guests.Find(uuid) is not { IsActive: true } guest)
        {
            await TellAsync(socket, "off", "The guest is off.", cancellation);
            return;
        }

        try
        {
            var flags = _takesOver ? VirDomainConsoleFlags.VIR_DOMAIN_CONSOLE_FORCE : 0;
            await using var stream = await guest.Domain.OpenConsoleAsync(device, flags, cancellation);
            _takesOver = false;
            _stream = stream;
            await TellAsync(socket, "open", "", cancellation);
            var buffer = new byte[BufferSize];
            for (int count; (count = await stream.ReadAsync(buffer, cancellation)) > 0;)
                await socket.SendAsync(buffer.AsMemory(0, count), WebSocketMessageType.Binary, true, cancellation);
            await TellAsync(socket, "ended", "The console has ended.", cancellation);
        }
        catch (VirException error)
        {
            var isTaken = error.Message.Contains("Active console session exists", StringComparison.Ordinal);
            await TellAsync(
                socket,
                isTaken ? "taken" : "fault",
                isTaken ? "Somebody else has this console open." : error.Message,
                cancellation);
        }
        finally
        {
            _stream = null;
        }
    }

    private async Task TypeAsync(WebSocket socket, CancellationTokenSource over)
    {
        var buffer = new byte[BufferSize];
        try
        {
            while (true)
            {
                var typed = await socket.ReceiveAsync(buffer.AsMemory(), over.Token);
                if (typed.MessageType == WebSocketMessageType.Close) break;
                if (_stream is not { } stream) continue;
                try
                {
                    await stream.WriteAsync(buffer.AsMemory(0, typed.Count), over.Token);
                }
                catch (VirException)
                {
                    // The console has ended meanwhile; the other direction says so.
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The browser has gone.
        }

        await over.CancelAsync();
    }

    private static ValueTask TellAsync(WebSocket socket, string state, string text, CancellationToken cancellation) =>
        socket.SendAsync(
            Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { state, text })).AsMemory(),
            WebSocketMessageType.Text,
            true,
            cancellation);
}
