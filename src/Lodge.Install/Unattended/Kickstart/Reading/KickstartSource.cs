using System.Text;
using Lodge.Install.Unattended.Kickstart.Language;

namespace Lodge.Install.Unattended.Kickstart.Reading;

/// <summary>Files of a kickstart, as lines.</summary>
internal static class KickstartSource
{
    /// <summary>Most bytes of one file.</summary>
    public const int SizeLimit = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text of a file.</summary>
    /// <exception cref="CommandRefusal">It cannot be read, is too large, or is no UTF-8.</exception>
    public static string Load(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[SizeLimit + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > SizeLimit) throw new CommandRefusal($"'{path}' is larger than {SizeLimit} bytes");
            return Decode(path, bytes.AsSpan(0, length));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandRefusal($"cannot read '{path}': {failure.Message}");
        }
    }

    /// <summary>The text of what is in a file.</summary>
    /// <exception cref="CommandRefusal">It is no UTF-8.</exception>
    public static string Decode(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new CommandRefusal($"'{path}' is not text in UTF-8");
        }
    }

    /// <summary>The lines of a text, each with what ends it.</summary>
    /// <remarks>Python, in which the installer is written, ends a line at more characters than others do.</remarks>
    public static IEnumerable<SourceLine> Lines(string file, string text)
    {
        var (start, number) = (0, 1);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('\n' or '\r' or '\v' or '\f' or '\x1c' or '\x1d' or '\x1e' or '\x85'
                or '\u2028' or '\u2029'))
            {
                continue;
            }

            if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n') at++;
            yield return new SourceLine(file, number++, text[start..(at + 1)]);
            start = at + 1;
        }

        if (start < text.Length) yield return new SourceLine(file, number, text[start..]);
    }
}
