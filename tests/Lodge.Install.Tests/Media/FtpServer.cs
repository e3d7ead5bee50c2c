using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lodge.Install.Tests.Media;

/// <summary>A server of FTP (RFC 959, passive and binary alone) over a folder, which can break off and lie.</summary>
internal sealed class FtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _folder;
    private readonly Task _serving;

    public FtpServer(string folder)
    {
        _folder = folder;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Its address.</summary>
    public string Url => string.Create(
        CultureInfo.InvariantCulture, $"ftp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>What it was told, but for the greeting.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>After how many bytes the next transfer breaks off; null for none.</summary>
    public int? BreaksOffAfter { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true) sessions.Add(SessionAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task SessionAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The client has had enough, or the test.
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        await using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        using var data = new TcpListener(IPAddress.Loopback, 0);
        data.Start();
        var offset = 0L;
        await writer.WriteLineAsync("220-A server of tests.\r\n220 It is ready.");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var (verb, rest) = line.Split(' ', 2) is [var one, var two] ? (one, two) : (line, "");
            lock (Heard) Heard.Add(line);
            var port = ((IPEndPoint)data.LocalEndpoint).Port;
            var answer = verb switch
            {
                "USER" => "331 And the password?",
                "PASS" => "230 Welcome.",
                "TYPE" => "200 Binary.",
                "CWD" => Directory.Exists(_folder + rest) ? "250 There." : "550 No such folder.",
                "SIZE" => File.Exists(_folder + rest)
                    ? $"213 {new FileInfo(_folder + rest).Length}"
                    : "550 No such file.",
                "REST" => "350 From there.",
                "EPSV" => $"229 Entering Extended Passive Mode (|||{port}|)",
                "PASV" => $"227 Entering Passive Mode (127,0,0,1,{port >> 8},{port & 255})",
                "RETR" => File.Exists(_folder + rest) ? "150 Here it comes." : "550 No such file.",
                "QUIT" => "221 Bye.",
                _ => "502 Not known.",
            };
            await writer.WriteLineAsync(answer);
            if (verb == "REST") offset = long.Parse(rest, CultureInfo.InvariantCulture);
            if (verb != "RETR" || answer[0] != '1') continue;
            await SendAsync(data, (await File.ReadAllBytesAsync(_folder + rest, _stop.Token)).AsMemory((int)offset));
            offset = 0;
            await writer.WriteLineAsync("226 That was all.");
        }
    }

    private async Task SendAsync(TcpListener data, ReadOnlyMemory<byte> content)
    {
        using var connection = await data.AcceptTcpClientAsync(_stop.Token);
        await using var stream = connection.GetStream();
        if (BreaksOffAfter is { } limit && limit < content.Length)
        {
            BreaksOffAfter = null;
            content = content[..limit];
        }

        await stream.WriteAsync(content, _stop.Token);
    }
}
