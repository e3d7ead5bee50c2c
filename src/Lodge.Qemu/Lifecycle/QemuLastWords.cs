namespace Lodge.Qemu.Lifecycle;

/// <summary>What a QEMU that ended printed last, for whoever asks why.</summary>
public static class QemuLastWords
{
    private const int Enough = 64 * 1024;
    private const string Start = ": starting up lodge version: ";

    /// <summary>Reads the words since the last start out of a guest's log, 1,024 characters at most.</summary>
    /// <param name="logPath">The guest's log.</param>
    public static string Read(string logPath)
    {
        try
        {
            using var stream = new FileStream(
                logPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Position = Math.Max(0, stream.Length - Enough);
            using var reader = new StreamReader(stream);
            return Of(reader.ReadToEnd());
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>
    /// The words after the lines that say how it was started: a header, and a command continued by backslashes.
    /// </summary>
    internal static string Of(string log)
    {
        var start = log.LastIndexOf(Start, StringComparison.Ordinal);
        if (start < 0)
            return QemuLog.Shorten(log);
        var lines = log[start..].Split('\n').Skip(1).SkipWhile(line => line.EndsWith('\\')).Skip(1);
        return QemuLog.Shorten(string.Join('\n', lines));
    }
}
