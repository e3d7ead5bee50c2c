using System.Globalization;

namespace Lodge.Daemon.Logging;

/// <summary>The daemon's log: standard error (which systemd hands to the journal), and a file.</summary>
/// <remarks>A line reads as libvirt's: time, process, level, text.</remarks>
internal static class Log
{
    private static readonly Lock Gate = new();
    private static readonly bool UnderJournal = Environment.GetEnvironmentVariable("JOURNAL_STREAM") is not null;
    private static StreamWriter? _file;

    /// <summary>The least level that is written.</summary>
    public static LogLevel Level { get; set; } = LogLevel.Warning;

    /// <summary>Whether lines go to standard error as well.</summary>
    public static bool ToStandardError { get; set; } = true;

    /// <summary>Appends to a file from now on; called again, it goes on in a new file of that name (after a
    /// rotation).</summary>
    /// <param name="path">The file; its folder exists.</param>
    public static void OpenFile(string path)
    {
        var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Append,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite | FileShare.Delete,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            BufferSize = 0,
        });
        var writer = new StreamWriter(stream, bufferSize: 256) { AutoFlush = true };
        lock (Gate)
        {
            _file?.Dispose();
            _file = writer;
        }
    }

    /// <summary>Writes what helps to find a fault.</summary>
    public static void Debug(string text) => Write(LogLevel.Debug, text);

    /// <summary>Writes what happened.</summary>
    public static void Info(string text) => Write(LogLevel.Info, text);

    /// <summary>Writes what an administrator may want to change.</summary>
    public static void Warning(string text) => Write(LogLevel.Warning, text);

    /// <summary>Writes what failed.</summary>
    public static void Error(string text) => Write(LogLevel.Error, text);

    /// <summary>Writes a failure nobody foresaw, with where it came from.</summary>
    public static void Error(string text, Exception cause) => Write(LogLevel.Error, $"{text}: {cause}");

    private static void Write(LogLevel level, string text)
    {
        if (level < Level)
        {
            return;
        }

        var name = level.ToString().ToLowerInvariant();
        var time = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var line = $"{time}+0000: {Environment.ProcessId}: {name} : {text}";
        lock (Gate)
        {
            try
            {
                _file?.WriteLine(line);
            }
            catch (IOException)
            {
                // A full disk must not stop the daemon: the line still goes to standard error.
            }

            if (ToStandardError)
            {
                Console.Error.WriteLine(UnderJournal ? $"<{Priority(level)}>{text}" : line);
            }
        }
    }

    // The priorities of syslog(3), which the journal reads at the start of a line.
    private static int Priority(LogLevel level) => level switch
    {
        LogLevel.Error => 3,
        LogLevel.Warning => 4,
        LogLevel.Info => 6,
        _ => 7,
    };
}
