namespace Lodge.Web.Events;

/// <summary>Says in words what happened.</summary>
internal static class EventText
{
    /// <summary>What happened to a guest, without its name; null where only programs care.</summary>
    public static (EventLevel Level, string Text)? Of(DomainEvent happened) => happened switch
    {
        DomainLifecycleEvent life => OfLife(life.Event, life.Detail),
        DomainRebootEvent => (EventLevel.Plain, "restarted itself"),
        DomainWatchdogEvent => (EventLevel.Warning, "did not answer its watchdog"),
        DomainIOErrorEvent error => (
            EventLevel.Bad,
            error.Reason == "enospc"
                ? $"cannot write to {error.SourcePath}: the storage is full"
                : $"cannot read or write {error.SourcePath}"),
        DomainControlErrorEvent => (EventLevel.Bad, "cannot be controlled any more: its monitor does not answer"),
        DomainDiskChangeEvent change => (EventLevel.Plain, $"has another medium in {change.DeviceAlias}"),
        DomainTrayChangeEvent tray => (
            EventLevel.Plain,
            tray.Reason == VirDomainEventTrayChangeReason.VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN
                ? $"opened the tray of {tray.DeviceAlias}"
                : $"closed the tray of {tray.DeviceAlias}"),
        DomainPMSuspendEvent sleep => (EventLevel.Plain, sleep.ToDisk ? "sleeps on disk" : "sleeps"),
        DomainPMWakeupEvent => (EventLevel.Plain, "woke up"),
        DomainDeviceAddedEvent added => (EventLevel.Good, $"got the device {added.DeviceAlias}"),
        DomainDeviceRemovedEvent removed => (EventLevel.Good, $"let the device {removed.DeviceAlias} go"),
        DomainDeviceRemovalFailedEvent failed => (
            EventLevel.Warning, $"does not let the device {failed.DeviceAlias} go"),
        DomainAgentLifecycleEvent agent => (
            EventLevel.Plain,
            agent.State == VirConnectDomainEventAgentLifecycleState
                .VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED
                ? "has its agent running"
                : "has no agent running any more"),
        DomainJobCompletedEvent => (EventLevel.Good, "has finished a job"),
        DomainBlockJobEvent job => OfJob(job),
        DomainMemoryFailureEvent => (EventLevel.Bad, "was hit by broken memory of the host"),
        _ => null,
    };

    /// <summary>What happened to a network.</summary>
    public static string Of(VirNetworkEventLifecycleType type) => type switch
    {
        VirNetworkEventLifecycleType.VIR_NETWORK_EVENT_DEFINED => "was defined",
        VirNetworkEventLifecycleType.VIR_NETWORK_EVENT_UNDEFINED => "was deleted",
        VirNetworkEventLifecycleType.VIR_NETWORK_EVENT_STARTED => "was started",
        VirNetworkEventLifecycleType.VIR_NETWORK_EVENT_STOPPED => "was stopped",
        _ => "changed",
    };

    /// <summary>What happened to a pool.</summary>
    public static string Of(VirStoragePoolEventLifecycleType type) => type switch
    {
        VirStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_DEFINED => "was defined",
        VirStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_UNDEFINED => "was forgotten",
        VirStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_STARTED => "was started",
        VirStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_STOPPED => "was stopped",
        VirStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_CREATED => "was built",
        VirStoragePoolEventLifecycleType.VIR_STORAGE_POOL_EVENT_DELETED => "was deleted",
        _ => "changed",
    };

    private static (EventLevel Level, string Text) OfLife(VirDomainEventType type, int detail) => type switch
    {
        VirDomainEventType.VIR_DOMAIN_EVENT_DEFINED => (EventLevel.Plain, detail == 0 ? "was defined" : "was changed"),
        VirDomainEventType.VIR_DOMAIN_EVENT_UNDEFINED => (EventLevel.Plain, "was deleted"),
        VirDomainEventType.VIR_DOMAIN_EVENT_STARTED => (EventLevel.Good, detail switch
        {
            1 => "arrived from another host",
            2 => "goes on where it was saved",
            3 => "goes on from a snapshot",
            4 => "woke up",
            _ => "was started",
        }),
        VirDomainEventType.VIR_DOMAIN_EVENT_SUSPENDED => detail switch
        {
            2 => (EventLevel.Bad, "is paused: it cannot read or write a disk"),
            3 => (EventLevel.Warning, "is paused by its watchdog"),
            _ => (EventLevel.Plain, "is paused"),
        },
        VirDomainEventType.VIR_DOMAIN_EVENT_RESUMED => (EventLevel.Good, "goes on"),
        VirDomainEventType.VIR_DOMAIN_EVENT_STOPPED => detail switch
        {
            1 => (EventLevel.Plain, "was forced off"),
            2 => (EventLevel.Bad, "has crashed"),
            3 => (EventLevel.Plain, "has moved to another host"),
            4 => (EventLevel.Plain, "was saved"),
            5 => (EventLevel.Bad, "did not start"),
            _ => (EventLevel.Plain, "has shut down"),
        },
        VirDomainEventType.VIR_DOMAIN_EVENT_SHUTDOWN => (EventLevel.Plain, "is shutting down"),
        VirDomainEventType.VIR_DOMAIN_EVENT_PMSUSPENDED => (EventLevel.Plain, "sleeps"),
        VirDomainEventType.VIR_DOMAIN_EVENT_CRASHED => (EventLevel.Bad, "has crashed: its kernel panicked"),
        _ => (EventLevel.Plain, "changed"),
    };

    private static (EventLevel Level, string Text) OfJob(DomainBlockJobEvent job) => job.Status switch
    {
        VirConnectDomainEventBlockJobStatus.VIR_DOMAIN_BLOCK_JOB_COMPLETED => (
            EventLevel.Good, $"has finished the job on disk {job.Disk}"),
        VirConnectDomainEventBlockJobStatus.VIR_DOMAIN_BLOCK_JOB_FAILED => (
            EventLevel.Bad, $"has failed the job on disk {job.Disk}"),
        VirConnectDomainEventBlockJobStatus.VIR_DOMAIN_BLOCK_JOB_CANCELED => (
            EventLevel.Plain, $"has given up the job on disk {job.Disk}"),
        _ => (EventLevel.Plain, $"is ready to end the job on disk {job.Disk}"),
    };
}
