using System.Buffers.Binary;
using System.Globalization;

namespace Lodge.Security.Remembering;

/// <summary>When the host was started: what is remembered of a file is true until the next start only.</summary>
/// <remarks>Source: libvirt's <c>virHostGetBootTime</c>, so that both see the same moment; utmp(5), proc(5).</remarks>
internal static class BootTime
{
    private const int RecordSize = 384;
    private const int SecondsOffset = 340;
    private const short BootRecord = 2;
    private const long Tolerance = 2;

    /// <summary>Seconds since 1970, as text.</summary>
    public static string Text { get; } =
        (FromLogin("/run/utmp") ?? FromUptime("/proc/uptime")).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a note of a host's start is of this one. Where the log of logins does not tell, the moment is
    /// reckoned back from now, and comes out a second earlier or later from one daemon to the next.</summary>
    public static bool IsThis(string? note) =>
        long.TryParse(note, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(seconds - long.Parse(Text, CultureInfo.InvariantCulture)) <= Tolerance;

    /// <summary>The boot record of the system's log of logins; null where it has none.</summary>
    internal static long? FromLogin(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = File.OpenRead(path);
        var record = new byte[RecordSize];
        while (file.ReadAtLeast(record, RecordSize, throwOnEndOfStream: false) == RecordSize)
        {
            if (BinaryPrimitives.ReadInt16LittleEndian(record) == BootRecord)
            {
                return BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(SecondsOffset)) is > 0 and var seconds
                    ? seconds
                    : null;
            }
        }

        return null;
    }

    private static long FromUptime(string path)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var up = double.Parse(File.ReadAllText(path).Split(' ')[0], CultureInfo.InvariantCulture);
        return (long)Math.Round(now - up, MidpointRounding.AwayFromZero);
    }
}
