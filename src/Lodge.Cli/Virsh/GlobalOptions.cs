namespace Lodge.Cli.Virsh;

/// <summary>What stands before the command on virsh's own command line.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Messages of this level and above are printed; 4 is errors only.</summary>
    internal const int DefaultDebug = 4;

    /// <summary><c>-c</c>: the connection's URI.</summary>
    internal string? Uri { get; set; }

    /// <summary><c>-d</c>, 0 to 4; null when not given.</summary>
    internal int? Debug { get; set; }

    /// <summary><c>-e</c>: the keys that leave a console.</summary>
    internal string Escape { get; set; } = "^]";

    /// <summary><c>-k</c>: seconds, 0 for none; null for the usual 5.</summary>
    internal int? KeepaliveInterval { get; set; }

    /// <summary><c>-K</c>: messages; null for the usual 6.</summary>
    internal int? KeepaliveCount { get; set; }

    /// <summary><c>-l</c>: the log file.</summary>
    internal string? LogFile { get; set; }

    /// <summary><c>-q</c>.</summary>
    internal bool Quiet { get; set; }

    /// <summary><c>-r</c>.</summary>
    internal bool ReadOnly { get; set; }

    /// <summary><c>-t</c>.</summary>
    internal bool Timing { get; set; }

    /// <summary>The command and its words; none for the interactive mode.</summary>
    internal string[] Command { get; set; } = [];
}
