namespace Lodge.Qemu.Qmp.Events;

/// <summary><c>SHUTDOWN</c>: the guest's machine is off.</summary>
/// <param name="ByGuest">Whether the guest asked for it.</param>
/// <param name="Reason">Who did it: <c>guest-shutdown</c>, <c>host-qmp-quit</c>, <c>host-signal</c>,
/// <c>guest-reset</c>, <c>guest-panic</c> …</param>
public sealed record ShutdownEvent(bool ByGuest, string Reason) : QmpEvent;

/// <summary><c>POWERDOWN</c>: the power button was pressed.</summary>
public sealed record PowerdownEvent : QmpEvent;

/// <summary><c>RESET</c>: the machine was reset.</summary>
/// <param name="ByGuest">Whether the guest asked for it.</param>
/// <param name="Reason">Who did it, for example <c>guest-reset</c> or <c>host-qmp-system-reset</c>.</param>
public sealed record ResetEvent(bool ByGuest, string Reason) : QmpEvent;

/// <summary><c>STOP</c>: the vCPUs stand still.</summary>
public sealed record StopEvent : QmpEvent;

/// <summary><c>RESUME</c>: the vCPUs run again.</summary>
public sealed record ResumeEvent : QmpEvent;

/// <summary><c>SUSPEND</c>: the guest sleeps in S3.</summary>
public sealed record SuspendEvent : QmpEvent;

/// <summary><c>SUSPEND_DISK</c>: the guest has gone into S4.</summary>
public sealed record SuspendDiskEvent : QmpEvent;

/// <summary><c>WAKEUP</c>: the guest has left S3.</summary>
public sealed record WakeupEvent : QmpEvent;

/// <summary><c>RTC_CHANGE</c>: the guest has set its clock.</summary>
/// <param name="Offset">Seconds between the guest's clock and the base it was started with.</param>
public sealed record RtcChangeEvent(long Offset) : QmpEvent;

/// <summary><c>WATCHDOG</c>: the guest's watchdog ran out.</summary>
/// <param name="Action">What is done: <c>reset</c>, <c>shutdown</c>, <c>poweroff</c>, <c>pause</c>, <c>debug</c>,
/// <c>none</c>, <c>inject-nmi</c>.</param>
public sealed record WatchdogEvent(string Action) : QmpEvent;

/// <summary><c>GUEST_PANICKED</c>: the guest's kernel has crashed.</summary>
/// <param name="Action">What is done: <c>pause</c>, <c>poweroff</c>, <c>run</c>.</param>
/// <param name="Info">What the guest told, as JSON; null where it told nothing.</param>
public sealed record GuestPanickedEvent(string Action, string? Info) : QmpEvent;

/// <summary><c>GUEST_CRASHLOADED</c>: the guest's crash kernel has taken over.</summary>
/// <param name="Action">What is done; <c>run</c>.</param>
public sealed record GuestCrashloadedEvent(string Action) : QmpEvent;
