using System.Net.Sockets;

namespace Lodge.Cli.SshProxy;

/// <summary>Carries bytes between the standard streams and a socket until either side ends.</summary>
internal static class SocketRelay
{
    private const int BufferSize = 64 * 1024;

    /// <summary>
    /// Runs until the daemon or the client has gone; what was on its way to the client still arrives.
    /// </summary>
    internal static async Task RunAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket);
        await using var input = StandardStreams.Input();
        await using var output = StandardStreams.Output();
        var toDaemon = SendAsync(input, stream, socket);
        var toClient = stream.CopyToAsync(output, BufferSize);
        if (await Task.WhenAny(toDaemon, toClient) == toDaemon)
        {
            await toDaemon;
            await toClient;
        }
        else
        {
            await toClient;
        }

        await output.FlushAsync();
    }

    private static async Task SendAsync(Stream input, NetworkStream stream, Socket socket)
    {
        await input.CopyToAsync(stream, BufferSize);
        socket.Shutdown(SocketShutdown.Send);
    }
}
