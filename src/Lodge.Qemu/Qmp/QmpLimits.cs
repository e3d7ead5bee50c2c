namespace Lodge.Qemu.Qmp;

/// <summary>What a monitor may cost us at most, whatever the process behind it sends.</summary>
internal static class QmpLimits
{
    /// <summary>The longest line, in bytes (libvirt's <c>QEMU_MONITOR_MAX_RESPONSE</c>).</summary>
    public const int MaxLine = 10 * 1024 * 1024;

    /// <summary>How deep JSON may nest: a disk with 200 layers nests its answers about that often.</summary>
    public const int MaxDepth = 512;

    /// <summary>Commands without an answer yet; more are refused.</summary>
    public const int MaxCallsInFlight = 1024;

    /// <summary>Events that nobody has read yet. QEMU limits the rate of those a guest can cause.</summary>
    public const int MaxUnreadEvents = 8192;
}
