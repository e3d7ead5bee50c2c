namespace Lodge.Cli.Virsh.Events;

/// <summary>Domain events in virsh's words.</summary>
internal static class DomainEventText
{
    /// <summary>The names of the events; each stands at the place of its number.</summary>
    internal static readonly string[] Names =
    [
        "lifecycle", "reboot", "rtc-change", "watchdog", "io-error", "graphics", "io-error-reason", "control-error",
        "block-job", "disk-change", "tray-change", "pm-wakeup", "pm-suspend", "balloon-change", "pm-suspend-disk",
        "device-removed", "block-job-2", "tunable", "agent-lifecycle", "device-added", "migration-iteration",
        "job-completed", "device-removal-failed", "metadata-change", "block-threshold", "memory-failure",
        "memory-device-size-change",
    ];

    private static readonly string[] WatchdogActions =
        ["none", "pause", "reset", "poweroff", "shutdown", "debug", "inject-nmi"];

    private static readonly string[] MetadataTypes = ["description", "title", "element"];

    private static readonly string[] BlockJobs =
        ["Unknown job", "Block Pull", "Block Copy", "Block Commit", "Active Block Commit", "Backup"];

    /// <summary>An event that came under a name, with its line end.</summary>
    internal static string Of(string name, DomainEvent item)
    {
        var subject = $"event '{name}' for domain '{item.Domain.Name}'";
        return item switch
        {
            DomainLifecycleEvent life => $"{subject}: {LifecycleText.Of(life.Event, life.Detail)}\n",
            DomainRtcChangeEvent clock => $"{subject}: {clock.Offset}\n",
            DomainWatchdogEvent watchdog => $"{subject}: "
                + $"{Word((int)watchdog.Action, WatchdogActions)}\n",
            DomainIOErrorEvent error => $"{subject}: {error.SourcePath} ({error.DeviceAlias}) "
                + Word((int)error.Action, "none", "pause", "report")
                + (error.Reason is null || name == "io-error" ? "\n" : $" due to {error.Reason}\n"),
            DomainGraphicsEvent graphics => Graphics(subject, graphics),
            DomainBlockJobEvent job => $"{subject}: {Word((int)job.Type, BlockJobs)} for {job.Disk} "
                + Word((int)job.Status, "completed", "failed", "canceled", "ready") + "\n",
            DomainDiskChangeEvent disk => $"{subject} disk {disk.DeviceAlias}: {disk.OldSourcePath ?? "<null>"} -> "
                + $"{disk.NewSourcePath ?? "<null>"}: {Word((int)disk.Reason, "changed", "dropped")}\n",
            DomainTrayChangeEvent tray =>
                $"{subject} disk {tray.DeviceAlias}: {Word((int)tray.Reason, "opened", "closed")}\n",
            DomainBalloonChangeEvent balloon => $"{subject}: {balloon.Actual}KiB\n",
            DomainDeviceRemovedEvent device => $"{subject}: {device.DeviceAlias}\n",
            DomainDeviceAddedEvent device => $"{subject}: {device.DeviceAlias}\n",
            DomainDeviceRemovalFailedEvent device => $"{subject}: {device.DeviceAlias}\n",
            DomainTunableEvent tunable => $"{subject}:\n{Parameters(tunable.Parameters)}",
            DomainJobCompletedEvent job => $"{subject}:\n{Parameters(job.Parameters)}",
            DomainAgentLifecycleEvent agent => $"{subject}: state: '"
                + Word((int)agent.State, "unknown", "connected", "disconnected") + "' reason: '"
                + Word((int)agent.Reason, "unknown", "domain started", "channel event") + "'\n",
            DomainMigrationIterationEvent migration => $"{subject}: iteration: '{migration.Iteration}'\n",
            DomainMetadataChangeEvent change => $"{subject}: type "
                + $"{Word((int)change.Type, MetadataTypes)}, uri {change.NamespaceUri ?? "<null>"}\n",
            DomainBlockThresholdEvent block => $"{subject}: dev: {block.Device}({block.Path ?? "<null>"}) "
                + $"{block.Threshold} {block.Excess}\n",
            DomainMemoryFailureEvent failure => MemoryFailure(subject, failure),
            DomainMemoryDeviceSizeChangeEvent memory =>
                $"{subject}:\nalias: {memory.DeviceAlias}\nsize: {memory.Size}\n",
            _ => $"{subject}\n",
        };
    }

    private static string Graphics(string subject, DomainGraphicsEvent graphics)
    {
        var phase = Word((int)graphics.Phase, "connect", "initialize", "disconnect");
        var identities = graphics.Subject.Select(static identity => $"\t{identity.Type}={identity.Name}\n");
        return $"{subject}: {phase} local[{Address(graphics.Local)}] remote[{Address(graphics.Remote)}] "
            + $"{graphics.AuthScheme}\n{string.Concat(identities)}";
    }

    private static string Address(DomainEventGraphicsAddress address) =>
        $"{Word(address.Family, "IPv4", "IPv6", "unix")} {address.Node} {address.Service}";

    private static string MemoryFailure(string subject, DomainMemoryFailureEvent failure)
    {
        var required = failure.Flags.HasFlag(VirDomainMemoryFailureFlags.VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED);
        var recursive = failure.Flags.HasFlag(VirDomainMemoryFailureFlags.VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE);
        return $"{subject}:\nrecipient: {Word((int)failure.Recipient, "hypervisor", "guest")}\n"
            + $"action: {Word((int)failure.Action, "ignore", "inject", "fatal", "reset")}\n"
            + $"flags:\n\taction required: {(required ? 1 : 0)}\n\trecursive: {(recursive ? 1 : 0)}\n";
    }

    private static string Parameters(IEnumerable<TypedParameter> parameters) =>
        string.Concat(parameters.Select(static parameter => $"\t{parameter.Field}: {TypedText.Of(parameter)}\n"));

    private static string Word(int number, params string[] words) =>
        number >= 0 && number < words.Length ? words[number] : "unknown";
}
