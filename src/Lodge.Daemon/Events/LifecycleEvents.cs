using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Events;

/// <summary>A domain was defined, started, suspended, stopped and so on.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Type">What happened.</param>
/// <param name="Detail">How: a value of the enumeration of that type.</param>
internal sealed record LifecycleEvent(RemoteDomain Domain, VirDomainEventType Type, int Detail) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_LIFECYCLE;

    private DomainEventLifecycleMsg Message => new() { Dom = Domain, Event = (int)Type, Detail = Detail };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_LIFECYCLE,
        new DomainEventCallbackLifecycleMsg { CallbackID = callback, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_LIFECYCLE, Message);
}

/// <summary>The guest started anew without its QEMU ending.</summary>
/// <param name="Domain">The domain.</param>
internal sealed record RebootEvent(RemoteDomain Domain) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_REBOOT;

    private DomainEventRebootMsg Message => new() { Dom = Domain };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_REBOOT,
        new DomainEventCallbackRebootMsg { CallbackID = callback, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_REBOOT, Message);
}

/// <summary>A long job ended well.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Statistics">What it did.</param>
internal sealed record JobCompletedEvent(RemoteDomain Domain, TypedParameter[] Statistics) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_JOB_COMPLETED;

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_JOB_COMPLETED,
        new DomainEventCallbackJobCompletedMsg { CallbackID = callback, Dom = Domain, Params = Statistics });
}

/// <summary>The way to QEMU is broken: it can be watched no more, only ended.</summary>
/// <param name="Domain">The domain.</param>
internal sealed record ControlErrorEvent(RemoteDomain Domain) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_CONTROL_ERROR;

    private DomainEventControlErrorMsg Message => new() { Dom = Domain };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_CONTROL_ERROR,
        new DomainEventCallbackControlErrorMsg { CallbackID = callback, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CONTROL_ERROR, Message);
}
