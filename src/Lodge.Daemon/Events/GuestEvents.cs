using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Events;

/// <summary>The guest set its clock.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Offset">Seconds from the clock's base.</param>
internal sealed record RtcChangeEvent(RemoteDomain Domain, long Offset) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_RTC_CHANGE;

    private DomainEventRtcChangeMsg Message => new() { Dom = Domain, Offset = Offset };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_RTC_CHANGE,
        new DomainEventCallbackRtcChangeMsg { CallbackID = callback, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_RTC_CHANGE, Message);
}

/// <summary>The guest's watchdog fired.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Action">What was done then.</param>
internal sealed record WatchdogEvent(RemoteDomain Domain, VirDomainEventWatchdogAction Action) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_WATCHDOG;

    private DomainEventWatchdogMsg Message => new() { Dom = Domain, Action = (int)Action };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_WATCHDOG,
        new DomainEventCallbackWatchdogMsg { CallbackID = callback, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_WATCHDOG, Message);
}

/// <summary>The guest's memory balloon changed.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Actual">Memory the guest has now, KiB.</param>
internal sealed record BalloonChangeEvent(RemoteDomain Domain, ulong Actual) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE;

    private DomainEventBalloonChangeMsg Message => new() { Dom = Domain, Actual = Actual };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_BALLOON_CHANGE,
        new DomainEventCallbackBalloonChangeMsg { CallbackID = callback, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_BALLOON_CHANGE, Message);
}

/// <summary>The agent in the guest came or went.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="State">Connected or not.</param>
/// <param name="Reason">Why.</param>
internal sealed record AgentLifecycleEvent(RemoteDomain Domain, int State, int Reason) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE;

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_AGENT_LIFECYCLE,
        new DomainEventCallbackAgentLifecycleMsg
        {
            CallbackID = callback,
            Dom = Domain,
            State = State,
            Reason = Reason,
        });
}

/// <summary>The host's memory failed under the guest.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Recipient">Who was told.</param>
/// <param name="Action">What was done.</param>
/// <param name="Flags">How it was.</param>
internal sealed record MemoryFailureEvent(
    RemoteDomain Domain, int Recipient, int Action, uint Flags)
    : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE;

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_MEMORY_FAILURE,
        new DomainEventMemoryFailureMsg
        {
            CallbackID = callback,
            Dom = Domain,
            Recipient = Recipient,
            Action = Action,
            Flags = Flags,
        });
}
