using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lodge.Install.Tests.Media;

/// <summary>A web server whose every answer a test writes itself.</summary>
internal sealed class FlakyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, string?, NetworkStream, CancellationToken, Task> _answer;
    private readonly Task _serving;

    /// <summary>Starts it.</summary>
    /// <param name="answer">Given the path, the range if one is asked for, and the connection.</param>
    public FlakyServer(Func<string, string?, NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Its address.</summary>
    public string Url => string.Create(
        CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/tree");

    /// <summary>What was asked for, each with its range.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Answers with a whole file.</summary>
    public static async Task SendAsync(
        NetworkStream stream, byte[] content, string more = "", string status = "200 OK")
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status}\r\nContent-Length: {content.Length}\r\nConnection: close\r\n{more}\r\n"));
        await stream.WriteAsync(content);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // It listens until the last: one that is stopped refuses to wait.
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            var words = (await reader.ReadLineAsync(_stop.Token) ?? "").Split(' ');
            string? range = null;
            while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
            {
                if (line.StartsWith("Range: ", StringComparison.Ordinal)) range = line[7..];
            }

            if (words.Length < 2) return;
            var path = words[1]["/tree/".Length..];
            Asked.Add($"{words[0]} {path}{(range is null ? "" : " " + range)}");
            if (words[0] == "HEAD") await SendAsync(stream, []);
            else await _answer(path, range, stream, _stop.Token);
        }
        catch (IOException)
        {
            // The client has had enough.
        }
    }
}
