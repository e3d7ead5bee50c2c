using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Events;

/// <summary>A disk failed a request of the guest.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Source">The image.</param>
/// <param name="Alias">The disk.</param>
/// <param name="Action">What was done with the guest.</param>
internal sealed record IoErrorEvent(RemoteDomain Domain, string Source, string Alias, int Action) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_IO_ERROR;

    private DomainEventIoErrorMsg Message => new()
    {
        Dom = Domain,
        SrcPath = Source,
        DevAlias = Alias,
        Action = Action,
    };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_IO_ERROR,
        new DomainEventCallbackIoErrorMsg { CallbackID = callback, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_IO_ERROR, Message);
}

/// <summary>A disk failed a request of the guest, and why.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Source">The image.</param>
/// <param name="Alias">The disk.</param>
/// <param name="Action">What was done with the guest.</param>
/// <param name="Reason">For example <c>enospc</c>.</param>
internal sealed record IoErrorReasonEvent(
    RemoteDomain Domain, string Source, string Alias, int Action, string Reason)
    : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON;

    private DomainEventIoErrorReasonMsg Message => new()
    {
        Dom = Domain,
        SrcPath = Source,
        DevAlias = Alias,
        Action = Action,
        Reason = Reason,
    };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_IO_ERROR_REASON,
        new DomainEventCallbackIoErrorReasonMsg { CallbackID = callback, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_IO_ERROR_REASON, Message);
}

/// <summary>A block job ended or is ready, told by the image's path.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Path">The image.</param>
/// <param name="Type">Which job.</param>
/// <param name="Status">How it ended.</param>
internal sealed record BlockJobEvent(RemoteDomain Domain, string Path, int Type, int Status) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_BLOCK_JOB;

    private DomainEventBlockJobMsg Message => new() { Dom = Domain, Path = Path, Type = Type, Status = Status };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_BLOCK_JOB,
        new DomainEventCallbackBlockJobMsg { CallbackID = callback, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_BLOCK_JOB, Message);
}

/// <summary>A block job ended or is ready, told by the disk's target.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Target">For example <c>vda</c>.</param>
/// <param name="Type">Which job.</param>
/// <param name="Status">How it ended.</param>
internal sealed record BlockJobTargetEvent(
    RemoteDomain Domain, string Target, int Type, int Status)
    : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2;

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_BLOCK_JOB_2,
        new DomainEventBlockJob2Msg
        {
            CallbackID = callback,
            Dom = Domain,
            Dst = Target,
            Type = Type,
            Status = Status,
        });
}

/// <summary>An image grew beyond the mark set for it.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Device">For example <c>vda</c>.</param>
/// <param name="Path">The image.</param>
/// <param name="Threshold">The mark, bytes.</param>
/// <param name="Excess">How far beyond, bytes.</param>
internal sealed record BlockThresholdEvent(
    RemoteDomain Domain, string Device, string? Path, ulong Threshold, ulong Excess)
    : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD;

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_BLOCK_THRESHOLD,
        new DomainEventBlockThresholdMsg
        {
            CallbackID = callback,
            Dom = Domain,
            Dev = Device,
            Path = Path,
            Threshold = Threshold,
            Excess = Excess,
        });
}

/// <summary>The image of a disk was changed or taken away.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Old">The image before.</param>
/// <param name="New">The image now.</param>
/// <param name="Alias">The disk.</param>
/// <param name="Reason">Why.</param>
internal sealed record DiskChangeEvent(
    RemoteDomain Domain, string? Old, string? New, string Alias, int Reason)
    : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_DISK_CHANGE;

    private DomainEventDiskChangeMsg Message => new()
    {
        Dom = Domain,
        OldSrcPath = Old,
        NewSrcPath = New,
        DevAlias = Alias,
        Reason = Reason,
    };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_DISK_CHANGE,
        new DomainEventCallbackDiskChangeMsg { CallbackID = callback, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_DISK_CHANGE, Message);
}

/// <summary>The tray of a drive was opened or closed.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Alias">The drive.</param>
/// <param name="Reason">Opened or closed.</param>
internal sealed record TrayChangeEvent(RemoteDomain Domain, string Alias, int Reason) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_TRAY_CHANGE;

    private DomainEventTrayChangeMsg Message => new() { Dom = Domain, DevAlias = Alias, Reason = Reason };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_TRAY_CHANGE,
        new DomainEventCallbackTrayChangeMsg { CallbackID = callback, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_TRAY_CHANGE, Message);
}
