namespace Lodge.Qemu.Qmp.Commands;

/// <summary>Whether the guest runs, and its buttons.</summary>
public static class RunStateCommands
{
    /// <summary><c>query-status</c>: what the guest's machine is doing.</summary>
    public static Task<QmpStatus> QueryStatusAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-status",
            null,
            static status => new QmpStatus(status.Flag("running"), status.Text("status")),
            cancellationToken);

    /// <summary><c>cont</c>: the vCPUs run.</summary>
    public static Task ContAsync(this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("cont", null, cancellationToken);

    /// <summary><c>stop</c>: the vCPUs stand still; the disks are flushed.</summary>
    public static Task StopAsync(this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("stop", null, cancellationToken);

    /// <summary><c>system_powerdown</c>: presses the power button.</summary>
    public static Task PowerdownAsync(this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("system_powerdown", null, cancellationToken);

    /// <summary><c>system_reset</c>: presses the reset button.</summary>
    public static Task ResetAsync(this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("system_reset", null, cancellationToken);

    /// <summary><c>system_wakeup</c>: wakes a guest that sleeps in S3.</summary>
    public static Task WakeupAsync(this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("system_wakeup", null, cancellationToken);

    /// <summary><c>quit</c>: QEMU flushes the disks and ends.</summary>
    public static Task QuitAsync(this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("quit", null, cancellationToken);

    /// <summary><c>inject-nmi</c>: a non-maskable interrupt on every vCPU.</summary>
    public static Task InjectNmiAsync(this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("inject-nmi", null, cancellationToken);

    /// <summary><c>rtc-reset-reinjection</c>: drops the clock ticks that were to be caught up with.</summary>
    public static Task ResetRtcReinjectionAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("rtc-reset-reinjection", null, cancellationToken);

    /// <summary><c>set-action</c>: what QEMU does by itself when the guest ends; null leaves one as it is.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="reboot"><c>reset</c> or <c>shutdown</c>.</param>
    /// <param name="shutdown"><c>poweroff</c> or <c>pause</c>.</param>
    /// <param name="panic"><c>pause</c>, <c>shutdown</c>, <c>none</c> or <c>exit-failure</c>.</param>
    /// <param name="watchdog"><c>reset</c>, <c>shutdown</c>, <c>poweroff</c>, <c>pause</c>, <c>debug</c>, <c>none</c>
    /// or <c>inject-nmi</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task SetActionAsync(
        this QmpClient monitor,
        string? reboot = null,
        string? shutdown = null,
        string? panic = null,
        string? watchdog = null,
        CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "set-action",
            json =>
            {
                if (reboot is not null) json.WriteString("reboot", reboot);
                if (shutdown is not null) json.WriteString("shutdown", shutdown);
                if (panic is not null) json.WriteString("panic", panic);
                if (watchdog is not null) json.WriteString("watchdog", watchdog);
            },
            cancellationToken);
}

/// <summary>What a guest's machine is doing.</summary>
/// <param name="IsRunning">Whether the vCPUs run.</param>
/// <param name="Status">
/// QEMU's <c>RunState</c>: <c>running</c>, <c>paused</c>, <c>prelaunch</c>, <c>shutdown</c>, <c>inmigrate</c>,
/// <c>io-error</c>,
/// <c>watchdog</c>, <c>guest-panicked</c>, <c>suspended</c>, <c>postmigrate</c>, <c>internal-error</c>, <c>debug</c> …
/// </param>
public readonly record struct QmpStatus(bool IsRunning, string Status);
