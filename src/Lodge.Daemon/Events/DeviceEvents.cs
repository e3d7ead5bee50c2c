using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Events;

/// <summary>A device was plugged in.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Alias">Its alias.</param>
internal sealed record DeviceAddedEvent(RemoteDomain Domain, string Alias) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_DEVICE_ADDED;

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_DEVICE_ADDED,
        new DomainEventCallbackDeviceAddedMsg { CallbackID = callback, Dom = Domain, DevAlias = Alias });
}

/// <summary>The guest let go of a device.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Alias">Its alias.</param>
internal sealed record DeviceRemovedEvent(RemoteDomain Domain, string Alias) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED;

    private DomainEventDeviceRemovedMsg Message => new() { Dom = Domain, DevAlias = Alias };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_DEVICE_REMOVED,
        new DomainEventCallbackDeviceRemovedMsg { CallbackID = callback, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_DEVICE_REMOVED, Message);
}

/// <summary>The guest refused to let go of a device.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Alias">Its alias.</param>
internal sealed record DeviceRemovalFailedEvent(RemoteDomain Domain, string Alias) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED;

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_DEVICE_REMOVAL_FAILED,
        new DomainEventCallbackDeviceRemovalFailedMsg { CallbackID = callback, Dom = Domain, DevAlias = Alias });
}

/// <summary>The guest took or gave memory of a virtio-mem device.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Alias">Its alias.</param>
/// <param name="Size">Memory the guest has of it now, KiB.</param>
internal sealed record MemoryDeviceSizeChangeEvent(RemoteDomain Domain, string Alias, ulong Size) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE;

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_MEMORY_DEVICE_SIZE_CHANGE,
        new DomainEventMemoryDeviceSizeChangeMsg { CallbackID = callback, Dom = Domain, Alias = Alias, Size = Size });
}
