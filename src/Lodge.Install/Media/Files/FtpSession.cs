using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Lodge.Install.Media.Files;

/// <summary>A connection to an FTP server, logged in.</summary>
internal sealed class FtpSession : IDisposable, IAsyncDisposable
{
    private const int MaxLine = 4096;
    private const int MaxLines = 200;
    private readonly TcpClient _control;
    private readonly TcpClient _data = new();
    private readonly TimeSpan _patience;
    private readonly CancellationToken _cancellation;
    private readonly byte[] _buffer = new byte[MaxLine];
    private int _start;
    private int _end;

    private FtpSession(TcpClient control, TimeSpan patience, CancellationToken cancellation)
    {
        _control = control;
        _patience = patience;
        _cancellation = cancellation;
    }

    public static async Task<FtpSession> OpenAsync(Uri location, TimeSpan patience, CancellationToken cancellation)
    {
        var session = new FtpSession(new TcpClient(), patience, cancellation);
        try
        {
            await session.WaitAsync(token => session._control.ConnectAsync(
                location.Host, location.IsDefaultPort ? 21 : location.Port, token));
            Expect(await session.AnswerAsync(), 220);
            var (user, password) = Credentials(location);
            var answer = await session.AskAsync($"USER {user}");
            if (answer.Code == 331) answer = await session.AskAsync($"PASS {password}");
            Expect(answer, 230);
            Expect(await session.AskAsync("TYPE I"), 200);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>The size of a file; null where there is none.</summary>
    public async Task<long?> SizeAsync(string path)
    {
        var answer = await AskAsync($"SIZE {path}");
        return answer.Code == 213
            && long.TryParse(answer.Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                ? size
                : null;
    }

    /// <summary>The bytes of a file.</summary>
    public async Task<Stream> RetrieveAsync(string path)
    {
        var port = await PassivePortAsync();
        // To the same host as before: a server that names another would have us knock at strangers' doors.
        await WaitAsync(token => _data.ConnectAsync(
            ((System.Net.IPEndPoint)_control.Client.RemoteEndPoint!).Address, port, token));
        var answer = await AskAsync($"RETR {path}");
        if (answer.Code is not (125 or 150)) throw new IOException($"{answer.Code} {answer.Text}");
        return _data.GetStream();
    }

    /// <summary>Sends a command and waits for the answer.</summary>
    public async Task<(int Code, string Text)> AskAsync(string command)
    {
        if (command.AsSpan().ContainsAny('\r', '\n')) throw new IOException("a line break in an FTP command");
        await WaitAsync(token => _control.GetStream().WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), token));
        return await AnswerAsync();
    }

    public void Dispose()
    {
        _data.Dispose();
        _control.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    private static (string User, string Password) Credentials(Uri location)
    {
        var parts = location.UserInfo.Split(':', 2);
        return parts[0].Length == 0
            ? ("anonymous", "anonymous@")
            : (Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }

    private async Task<int> PassivePortAsync()
    {
        // 229 Entering Extended Passive Mode (|||6446|)
        var (code, text) = await AskAsync("EPSV");
        if (code == 229 && Numbers(text) is [var port] && port is > 0 and <= ushort.MaxValue) return port;
        // 227 Entering Passive Mode (h1,h2,h3,h4,p1,p2)
        (code, text) = await AskAsync("PASV");
        return code == 227 && Numbers(text) is [_, _, _, _, var high and <= 255, var low and <= 255]
            ? (high << 8) | low
            : throw new IOException($"{code} {text}");
    }

    private static List<int> Numbers(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return [.. text[(open + 1)..].Split(['|', ',', '(', ')', '.', ' '], StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(part => int.TryParse(part, CultureInfo.InvariantCulture, out _))
            .Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
    }

    /// <summary>An answer: a code and a text, over several lines where the code is followed by a dash.</summary>
    private async Task<(int Code, string Text)> AnswerAsync()
    {
        for (var lines = 0; lines < MaxLines; lines++)
        {
            var line = await LineAsync();
            if (line.Length >= 4 && line[3] == ' ' && int.TryParse(line.AsSpan(0, 3), out var code))
                return (code, line[4..]);
        }

        throw new IOException("the server's answer does not end");
    }

    private async Task<string> LineAsync()
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = Encoding.UTF8.GetString(_buffer, _start, length).TrimEnd('\r');
                _start += length + 1;
                return line;
            }

            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            if (_end == MaxLine) throw new IOException("the server's answer has a line without an end");
            var read = 0;
            await WaitAsync(async token => read = await _control.GetStream().ReadAsync(_buffer.AsMemory(_end), token));
            if (read == 0) throw new IOException("the server hung up");
            _end += read;
        }
    }

    private async Task WaitAsync(Func<CancellationToken, ValueTask> step)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_cancellation);
        patience.CancelAfter(_patience);
        try
        {
            await step(patience.Token);
        }
        catch (OperationCanceledException e) when (!_cancellation.IsCancellationRequested)
        {
            throw new IOException($"the server kept silent for {_patience.TotalSeconds:0} seconds", e);
        }
    }

    private static void Expect((int Code, string Text) answer, int code)
    {
        if (answer.Code != code) throw new IOException($"{answer.Code} {answer.Text}");
    }
}
