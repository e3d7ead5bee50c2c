using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>Something that happened to a guest.</summary>
/// <param name="Domain">The guest.</param>
public abstract partial record DomainEvent(Domain Domain);

/// <summary>The guest was defined, started, stopped … (<c>VIR_DOMAIN_EVENT_ID_LIFECYCLE</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Event">What happened.</param>
/// <param name="Detail">How or why; its meaning depends on the event.</param>
public sealed record DomainLifecycleEvent(Domain Domain, VirDomainEventType Event, int Detail) : DomainEvent(Domain);

/// <summary>The guest restarted itself. (<c>VIR_DOMAIN_EVENT_ID_REBOOT</c>)</summary>
/// <param name="Domain">The guest.</param>
public sealed record DomainRebootEvent(Domain Domain) : DomainEvent(Domain);

/// <summary>The guest set its clock. (<c>VIR_DOMAIN_EVENT_ID_RTC_CHANGE</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Offset">How many seconds it is ahead of UTC.</param>
public sealed record DomainRtcChangeEvent(Domain Domain, long Offset) : DomainEvent(Domain);

/// <summary>The guest's watchdog fired. (<c>VIR_DOMAIN_EVENT_ID_WATCHDOG</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Action">What was done about it.</param>
public sealed record DomainWatchdogEvent(Domain Domain, VirDomainEventWatchdogAction Action) : DomainEvent(Domain);

/// <summary>A disk failed. (<c>VIR_DOMAIN_EVENT_ID_IO_ERROR</c>, <c>VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="SourcePath">The disk's image.</param>
/// <param name="DeviceAlias">The disk's alias.</param>
/// <param name="Action">What was done about it.</param>
/// <param name="Reason">Why, where the server tells: <c>enospc</c>; else null.</param>
public sealed record DomainIOErrorEvent(
    Domain Domain, string SourcePath, string DeviceAlias, VirDomainEventIOErrorAction Action, string? Reason)
    : DomainEvent(Domain);

/// <summary>Somebody connects to the graphics console or leaves it. (<c>VIR_DOMAIN_EVENT_ID_GRAPHICS</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Phase">Connect, initialise or disconnect.</param>
/// <param name="Local">The server's address.</param>
/// <param name="Remote">The client's address.</param>
/// <param name="AuthScheme">How the client showed who it is.</param>
/// <param name="Subject">Who it is.</param>
public sealed record DomainGraphicsEvent(
    Domain Domain,
    VirDomainEventGraphicsPhase Phase,
    DomainEventGraphicsAddress Local,
    DomainEventGraphicsAddress Remote,
    string AuthScheme,
    IReadOnlyList<DomainEventGraphicsIdentity> Subject) : DomainEvent(Domain);

/// <summary>The hypervisor cannot be spoken to any more. (<c>VIR_DOMAIN_EVENT_ID_CONTROL_ERROR</c>)</summary>
/// <param name="Domain">The guest.</param>
public sealed record DomainControlErrorEvent(Domain Domain) : DomainEvent(Domain);

/// <summary>
/// A job on a disk goes on or ends. (<c>VIR_DOMAIN_EVENT_ID_BLOCK_JOB</c>, <c>VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2</c>)
/// </summary>
/// <param name="Domain">The guest.</param>
/// <param name="Disk">The disk's image, or its target in the second kind.</param>
/// <param name="Type">What job.</param>
/// <param name="Status">How it is.</param>
public sealed record DomainBlockJobEvent(
    Domain Domain, string Disk, VirDomainBlockJobType Type, VirConnectDomainEventBlockJobStatus Status)
        : DomainEvent(Domain);

/// <summary>A disk got another source. (<c>VIR_DOMAIN_EVENT_ID_DISK_CHANGE</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="OldSourcePath">The source before, or null.</param>
/// <param name="NewSourcePath">The source now, or null.</param>
/// <param name="DeviceAlias">The disk's alias.</param>
/// <param name="Reason">Why.</param>
public sealed record DomainDiskChangeEvent(
    Domain Domain,
    string? OldSourcePath,
    string? NewSourcePath,
    string DeviceAlias,
    VirConnectDomainEventDiskChangeReason Reason) : DomainEvent(Domain);

/// <summary>The tray of a drive opened or closed. (<c>VIR_DOMAIN_EVENT_ID_TRAY_CHANGE</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="DeviceAlias">The drive's alias.</param>
/// <param name="Reason">Open or closed.</param>
public sealed record DomainTrayChangeEvent(Domain Domain, string DeviceAlias, VirDomainEventTrayChangeReason Reason)
    : DomainEvent(Domain);

/// <summary>The guest woke up. (<c>VIR_DOMAIN_EVENT_ID_PMWAKEUP</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Reason">Unused by libvirt: 0.</param>
public sealed record DomainPMWakeupEvent(Domain Domain, int Reason) : DomainEvent(Domain);

/// <summary>
/// The guest went to sleep, in memory or on disk. (<c>VIR_DOMAIN_EVENT_ID_PMSUSPEND</c>,
/// <c>VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK</c>)
/// </summary>
/// <param name="Domain">The guest.</param>
/// <param name="Reason">Unused by libvirt: 0.</param>
/// <param name="ToDisk">Whether it sleeps on disk.</param>
public sealed record DomainPMSuspendEvent(Domain Domain, int Reason, bool ToDisk) : DomainEvent(Domain);
