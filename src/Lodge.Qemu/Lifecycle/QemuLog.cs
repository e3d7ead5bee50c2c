using System.Globalization;
using System.Text;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Lifecycle;

/// <summary>A guest's log file: how it was started, what QEMU printed, how it ended.</summary>
internal sealed class QemuLog : IDisposable
{
    private const long LongEnough = 2 * 1024 * 1024;
    private const int MaxLastWords = 1024;

    private readonly long _start;
    private readonly string _path;

    private QemuLog(string path, SafeFileHandle handle, long start)
    {
        _path = path;
        Handle = handle;
        _start = start;
    }

    /// <summary>The file, where every write goes to the end.</summary>
    public SafeFileHandle Handle { get; }

    /// <summary>
    /// Opens the log for a new start and writes its first lines; an overlong one is put aside as <c>.0</c>.
    /// </summary>
    public static QemuLog Begin(string path, string name, QemuCommand command)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LongEnough }) File.Move(path, path + ".0", true);
            var handle = Open(path);
            var lines = Encoding.UTF8.GetBytes(FirstLines(name, command));
            RandomAccess.Write(handle, lines, RandomAccess.GetLength(handle));
            return new QemuLog(path, handle, RandomAccess.GetLength(handle));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                VirErrorDomain.VIR_FROM_QEMU,
                $"failed to create logfile {path}: {cause.Message}",
                cause);
        }
    }

    /// <summary>
    /// What QEMU printed since the start, without its chatter, 1,024 characters at most; empty where nothing.
    /// </summary>
    public string LastWords()
    {
        try
        {
            using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            stream.Position = Math.Min(Math.Max(_start, stream.Length - (16 * MaxLastWords)), stream.Length);
            using var reader = new StreamReader(stream);
            return Shorten(reader.ReadToEnd());
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    public void Dispose() => Handle.Dispose();

    /// <summary>Leaves out what says nothing about a failure, and all but the end of what is long.</summary>
    internal static string Shorten(string printed)
    {
        var lines = printed.Split('\n')
            .Where(line => !line.Contains("char device redirected to", StringComparison.Ordinal));
        var text = string.Join('\n', lines).TrimEnd('\n');
        if (text.Length <= MaxLastWords) return text;
        var tail = text.AsSpan(text.Length - MaxLastWords);
        var lineEnd = tail.IndexOf('\n');
        return (lineEnd >= 0 && lineEnd + 1 < tail.Length ? tail[(lineEnd + 1)..] : tail).ToString();
    }

    internal static string FirstLines(string name, QemuCommand command)
    {
        var now = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var version = typeof(QemuLog).Assembly.GetName().Version?.ToString(3);
        var lines = new StringBuilder();
        lines.Append(CultureInfo.InvariantCulture, $"{now}+0000: starting up lodge version: {version}, ");
        lines.Append(CultureInfo.InvariantCulture, $"guest: {name}, hostname: {Environment.MachineName}\n");
        foreach (var (variable, value) in command.Environment)
            lines.Append(CultureInfo.InvariantCulture, $"{variable}={Quote(value)} \\\n");
        lines.Append(command.Emulator);
        foreach (var argument in command.Arguments)
            lines.Append(argument.StartsWith('-') ? " \\\n" : " ").Append(Quote(argument));
        return lines.Append('\n').ToString();
    }

    private static string Quote(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_=+,./:@%^".Contains(letter))
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static SafeFileHandle Open(string path)
    {
        // .NET cannot append through a handle of its own, and the guest's writes must always go to the end.
        using var created = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        return Native.LibC.OpenForAppend(path);
    }
}
