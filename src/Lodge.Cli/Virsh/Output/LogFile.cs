namespace Lodge.Cli.Virsh.Output;

/// <summary>How much a message matters, as <c>virsh -d</c> counts.</summary>
internal enum LogLevel
{
    /// <summary>Each step.</summary>
    Debug,

    /// <summary>What a command was given.</summary>
    Info,

    /// <summary>Worth knowing.</summary>
    Notice,

    /// <summary>Perhaps wrong.</summary>
    Warning,

    /// <summary>Wrong.</summary>
    Error,
}

/// <summary>The file of <c>virsh -l</c>: a line for each message, on disk before virsh goes on.</summary>
internal sealed class LogFile : IDisposable
{
    private readonly FileStream _file;

    /// <summary>Opens the file to append to it.</summary>
    /// <exception cref="CommandFailure">The file cannot be opened.</exception>
    internal LogFile(string path)
    {
        try
        {
            _file = new FileStream(
                path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 1, FileOptions.WriteThrough);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure("failed to open the log file. check the log file path");
        }
    }

    /// <summary>Appends a message.</summary>
    internal void Write(LogLevel level, string message)
    {
        var name = level switch
        {
            LogLevel.Info or LogLevel.Notice => "INFO",
            LogLevel.Warning => "WARNING",
            LogLevel.Error => "ERROR",
            _ => "DEBUG",
        };
        var now = DateTime.Now.ToString("yyyy.MM.dd HH:mm:ss", CultureInfo.InvariantCulture);
        var line = $"[{now} virsh {Environment.ProcessId}] {name} {message.TrimEnd('\n')}\n";
        _file.Write(System.Text.Encoding.UTF8.GetBytes(line));
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
