using System.Net.Sockets;
using System.Net.WebSockets;
using Lodge.Web.Hypervisors;

namespace Lodge.Web.Consoles;

/// <summary>The screen of a guest for one browser: RFB in binary messages, in both directions.</summary>
internal static class GraphicsConsole
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Serves the browser until it or the guest goes.</summary>
    public static async Task RunAsync(Guest guest, uint index, WebSocket socket, CancellationToken cancellation)
    {
        try
        {
            await using var screen = await GraphicsSource.OpenAsync(guest, index, cancellation);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(ShowAsync(screen, socket, over.Token), TypeAsync(socket, screen, over.Token));
            await over.CancelAsync();
            await CloseAsync(socket, WebSocketCloseStatus.NormalClosure, "The screen has ended.");
        }
        catch (Exception error) when (error is VirException or SocketException)
        {
            await CloseAsync(socket, WebSocketCloseStatus.EndpointUnavailable, error.Message);
        }
    }

    private static async Task ShowAsync(Stream screen, WebSocket socket, CancellationToken cancellation)
    {
        var buffer = new byte[BufferSize];
        try
        {
            for (int count; (count = await screen.ReadAsync(buffer, cancellation)) > 0;)
                await socket.SendAsync(buffer.AsMemory(0, count), WebSocketMessageType.Binary, true, cancellation);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or IOException)
        {
            // One of the two has gone.
        }
    }

    private static async Task TypeAsync(WebSocket socket, Stream screen, CancellationToken cancellation)
    {
        var buffer = new byte[BufferSize];
        try
        {
            while (true)
            {
                var typed = await socket.ReceiveAsync(buffer.AsMemory(), cancellation);
                if (typed.MessageType == WebSocketMessageType.Close) return;
                await screen.WriteAsync(buffer.AsMemory(0, typed.Count), cancellation);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or IOException)
        {
            // One of the two has gone.
        }
    }

    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status, string text)
    {
        // A reason has room for 123 bytes.
        var reason = text.Length > 100 ? text[..100] : text;
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(status, reason, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The browser has gone first.
        }
    }
}
