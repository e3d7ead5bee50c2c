using System.Globalization;
using System.Text;

namespace Lodge.Install.Unattended.Serving;

/// <summary>The answers to whoever asks for the one file that is served.</summary>
/// <param name="path">The path of the file.</param>
/// <param name="content">What is in it.</param>
internal sealed class OneFileAnswer(string path, ReadOnlyMemory<byte> content)
{
    private const int HeadLimit = 8 * 1024;

    private int _isTaken;

    /// <summary>Reads one request and answers it.</summary>
    /// <returns>Whether the file was given away, whole.</returns>
    public async Task<bool> SendAsync(Stream stream, CancellationToken cancellation)
    {
        var words = await ReadAsync(stream, cancellation);
        var (status, isGet) = words switch
        {
            null => ("431 Request Header Fields Too Large", false),
            [_, var asked, ..] when asked != path => ("404 Not Found", false),
            ["GET", _, ..] => ("200 OK", true),
            ["HEAD", _, ..] => ("200 OK", false),
            [_, _, ..] => ("405 Method Not Allowed", false),
            _ => ("400 Bad Request", false),
        };

        // Two who ask at once must not both have it.
        if (isGet && Interlocked.Exchange(ref _isTaken, 1) == 1) (status, isGet) = ("410 Gone", false);
        var length = status.StartsWith("200", StringComparison.Ordinal) ? content.Length : 0;
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {length}\r\n"
            + $"Cache-Control: no-store\r\nConnection: close\r\n\r\n");
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), cancellation);
            if (isGet) await stream.WriteAsync(content, cancellation);
            return isGet;
        }
        catch when (isGet)
        {
            // It did not get through: whoever asks again may have it.
            Volatile.Write(ref _isTaken, 0);
            throw;
        }
    }

    // The words of the request's first line, once its head has been read; null where that has no end.
    private static async Task<string[]?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var buffer = new byte[HeadLimit];
        var filled = 0;
        while (filled < buffer.Length)
        {
            var count = await stream.ReadAsync(buffer.AsMemory(filled), cancellation);
            if (count == 0) return [];
            filled += count;
            if (buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) < 0) continue;
            var text = Encoding.Latin1.GetString(buffer, 0, filled);
            return text[..text.IndexOf('\r', StringComparison.Ordinal)].Split(' ');
        }

        return null;
    }
}
