using static Lodge.Protocol.Constants.VirDomainEventType;

namespace Lodge.Cli.Virsh.Events;

/// <summary>What happened to a domain, and how.</summary>
internal static class LifecycleText
{
    /// <summary>For example <c>Started Booted</c>.</summary>
    internal static string Of(VirDomainEventType type, int detail)
    {
        var (name, details) = Words(type);
        return $"{name} {(detail >= 0 && detail < details.Length ? details[detail] : "unknown")}";
    }

    private static (string Name, string[] Details) Words(VirDomainEventType type) => type switch
    {
        VIR_DOMAIN_EVENT_DEFINED => ("Defined", ["Added", "Updated", "Renamed", "Snapshot"]),
        VIR_DOMAIN_EVENT_UNDEFINED => ("Undefined", ["Removed", "Renamed"]),
        VIR_DOMAIN_EVENT_STARTED => ("Started", ["Booted", "Migrated", "Restored", "Snapshot", "Event wakeup"]),
        VIR_DOMAIN_EVENT_SUSPENDED => ("Suspended",
        [
            "Paused", "Migrated", "I/O Error", "Watchdog", "Restored", "Snapshot", "API error", "Post-copy",
            "Post-copy Error",
        ]),
        VIR_DOMAIN_EVENT_RESUMED => ("Resumed", ["Unpaused", "Migrated", "Snapshot", "Post-copy", "Post-copy Error"]),
        VIR_DOMAIN_EVENT_STOPPED => ("Stopped",
            ["Shutdown", "Destroyed", "Crashed", "Migrated", "Saved", "Failed", "Snapshot"]),
        VIR_DOMAIN_EVENT_SHUTDOWN => ("Shutdown",
            ["Finished", "Finished after guest request", "Finished after host request"]),
        VIR_DOMAIN_EVENT_PMSUSPENDED => ("PMSuspended", ["Memory", "Disk"]),
        VIR_DOMAIN_EVENT_CRASHED => ("Crashed", ["Panicked", "Crashloaded"]),
        _ => ("unknown", []),
    };
}
