using Lodge.Daemon.Events;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.NodeDevices;

/// <summary>What tells one device from another in subscriptions.</summary>
/// <param name="Value">Its name.</param>
internal readonly record struct DeviceName(string Value);

/// <summary>A device came, went, was defined or undefined.</summary>
/// <param name="Device">The device's name.</param>
/// <param name="Happened">Which of these.</param>
internal sealed record NodeDeviceLifecycleEvent(string Device, VirNodeDeviceEventLifecycleType Happened)
    : IObjectEvent<DeviceName>
{
    /// <inheritdoc/>
    public int Kind => (int)VirNodeDeviceEventID.VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE;

    /// <inheritdoc/>
    public DeviceName Object => new(Device);

    /// <inheritdoc/>
    public void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_NODE_DEVICE_EVENT_LIFECYCLE,
        new NodeDeviceEventLifecycleMsg { CallbackID = callback, Dev = new() { Name = Device },
            Event = (int)Happened });
}

/// <summary>Something about a device changed.</summary>
/// <param name="Device">The device's name.</param>
internal sealed record NodeDeviceUpdateEvent(string Device) : IObjectEvent<DeviceName>
{
    /// <inheritdoc/>
    public int Kind => (int)VirNodeDeviceEventID.VIR_NODE_DEVICE_EVENT_ID_UPDATE;

    /// <inheritdoc/>
    public DeviceName Object => new(Device);

    /// <inheritdoc/>
    public void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_NODE_DEVICE_EVENT_UPDATE,
        new NodeDeviceEventUpdateMsg { CallbackID = callback, Dev = new() { Name = Device } });
}
