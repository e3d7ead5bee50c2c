using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Events;

/// <summary>The guest put itself to sleep in memory.</summary>
/// <param name="Domain">The domain.</param>
internal sealed record SuspendedByGuestEvent(RemoteDomain Domain) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_PMSUSPEND;

    private DomainEventPmsuspendMsg Message => new() { Dom = Domain };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_PMSUSPEND,
        new DomainEventCallbackPmsuspendMsg { CallbackID = callback, Reason = 0, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_PMSUSPEND, Message);
}

/// <summary>The guest woke from its sleep.</summary>
/// <param name="Domain">The domain.</param>
internal sealed record WokenEvent(RemoteDomain Domain) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_PMWAKEUP;

    private DomainEventPmwakeupMsg Message => new() { Dom = Domain };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_PMWAKEUP,
        new DomainEventCallbackPmwakeupMsg { CallbackID = callback, Reason = 0, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_PMWAKEUP, Message);
}

/// <summary>The guest wrote itself to disk and switched off.</summary>
/// <param name="Domain">The domain.</param>
internal sealed record SuspendedToDiskEvent(RemoteDomain Domain) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK;

    private DomainEventPmsuspendDiskMsg Message => new() { Dom = Domain };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_PMSUSPEND_DISK,
        new DomainEventCallbackPmsuspendDiskMsg { CallbackID = callback, Reason = 0, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_PMSUSPEND_DISK, Message);
}
