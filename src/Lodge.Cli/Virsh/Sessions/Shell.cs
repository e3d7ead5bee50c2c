namespace Lodge.Cli.Virsh.Sessions;

/// <summary>One run of virsh: what it prints, its settings and its connection.</summary>
internal sealed partial class Shell : IAsyncDisposable
{
    private readonly OutputStream _out;
    private readonly OutputStream _error;

    /// <param name="programName">The name under which the program was called.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    internal Shell(string programName, OutputStream output, OutputStream error)
    {
        ProgramName = programName;
        _out = output;
        _error = error;
    }

    /// <summary>The name under which the program was called.</summary>
    internal string ProgramName { get; }

    /// <summary>What the command line said.</summary>
    internal GlobalOptions Options { get; set; } = new();

    /// <summary>No headers and no blank lines.</summary>
    internal bool IsQuiet => Options.Quiet;

    /// <summary>Commands come from a person, line by line.</summary>
    internal bool IsInteractive { get; set; }

    /// <summary>The log file, if there is one.</summary>
    internal LogFile? Log { get; set; }

    /// <summary>Prints text as it is.</summary>
    internal void Print(string text) => _out.Write(text);

    /// <summary>Prints what quiet mode leaves out.</summary>
    internal void PrintExtra(string text)
    {
        if (!IsQuiet)
        {
            _out.Write(text);
        }
    }

    /// <summary>Prints text and makes it visible.</summary>
    internal void PrintNow(string text)
    {
        _out.Write(text);
        _out.Flush();
    }

    /// <summary>Prints bytes as they are.</summary>
    internal void PrintRaw(ReadOnlySpan<byte> bytes) => _out.WriteRaw(bytes);

    /// <summary>Makes visible what was printed so far.</summary>
    internal void Flush() => _out.Flush();

    /// <summary>Prints a line after <c>error: </c> to standard error, behind all that was printed before.</summary>
    internal void Error(string message)
    {
        Log?.Write(LogLevel.Error, message);
        _out.Flush();
        _error.Write($"error: {message}\n");
        _error.Flush();
    }

    /// <summary>Prints a library's own line to standard error, behind all that was printed before.</summary>
    internal void PrintComplaint(string line)
    {
        _out.Flush();
        _error.Write(line + "\n");
        _error.Flush();
    }

    /// <summary>Prints a line after <c>warning: </c> to standard error, behind all that was printed before.</summary>
    internal void Warn(string message)
    {
        Log?.Write(LogLevel.Warning, message);
        _out.Flush();
        _error.Write($"warning: {message}\n");
        _error.Flush();
    }

    /// <summary>Prints how far a job is, over the line before, to standard error.</summary>
    internal void PrintProgress(string text)
    {
        _out.Flush();
        _error.Write(text);
        _error.Flush();
    }

    /// <summary>Prints a message for who looks for a fault, where its level is asked for.</summary>
    internal void Debug(LogLevel level, string message)
    {
        if ((int)level >= (Options.Debug ?? GlobalOptions.DefaultDebug))
        {
            Log?.Write(level, message);
            _out.Write(message + "\n");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DisconnectAsync();
        Log?.Dispose();
        _out.Dispose();
        _error.Dispose();
    }
}
