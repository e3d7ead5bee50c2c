namespace Lodge.Daemon.Logging;

/// <summary>How much a line of the log matters; the numbers are libvirt's.</summary>
internal enum LogLevel
{
    /// <summary>For those who look for a fault in the daemon.</summary>
    Debug = 1,

    /// <summary>What happened.</summary>
    Info = 2,

    /// <summary>Something an administrator may want to change.</summary>
    Warning = 3,

    /// <summary>Something that failed.</summary>
    Error = 4,
}
