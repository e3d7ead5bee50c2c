using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>A network was defined, started, stopped … (<c>VIR_NETWORK_EVENT_ID_LIFECYCLE</c>)</summary>
/// <param name="Network">The network.</param>
/// <param name="Event">What happened.</param>
/// <param name="Detail">Unused by libvirt: 0.</param>
public sealed record NetworkLifecycleEvent(Network Network, VirNetworkEventLifecycleType Event, int Detail);

/// <summary>Something that happened to a pool.</summary>
/// <param name="Pool">The pool.</param>
public abstract record StoragePoolEvent(StoragePool Pool)
{
    internal static StoragePoolEvent? Read(LibvirtConnection connection, EventPacket packet)
    {
        switch (packet.Remote)
        {
            case RemoteProcedure.REMOTE_PROC_STORAGE_POOL_EVENT_LIFECYCLE:
                var life = packet.Read<StoragePoolEventLifecycleMsg>();
                return new StoragePoolLifecycleEvent(
                    new StoragePool(connection, life.Pool), (VirStoragePoolEventLifecycleType)life.Event, life.Detail);
            case RemoteProcedure.REMOTE_PROC_STORAGE_POOL_EVENT_REFRESH:
                return new StoragePoolRefreshEvent(
                    new StoragePool(connection, packet.Read<StoragePoolEventRefreshMsg>().Pool));
            default:
                return null;
        }
    }
}

/// <summary>A pool was defined, started, stopped … (<c>VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE</c>)</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Event">What happened.</param>
/// <param name="Detail">Unused by libvirt: 0.</param>
public sealed record StoragePoolLifecycleEvent(StoragePool Pool, VirStoragePoolEventLifecycleType Event, int Detail)
    : StoragePoolEvent(Pool);

/// <summary>A pool was looked through again. (<c>VIR_STORAGE_POOL_EVENT_ID_REFRESH</c>)</summary>
/// <param name="Pool">The pool.</param>
public sealed record StoragePoolRefreshEvent(StoragePool Pool) : StoragePoolEvent(Pool);

/// <summary>Something that happened to a device of the host.</summary>
/// <param name="Device">The device.</param>
public abstract record NodeDeviceEvent(NodeDevice Device)
{
    internal static NodeDeviceEvent? Read(LibvirtConnection connection, EventPacket packet)
    {
        switch (packet.Remote)
        {
            case RemoteProcedure.REMOTE_PROC_NODE_DEVICE_EVENT_LIFECYCLE:
                var life = packet.Read<NodeDeviceEventLifecycleMsg>();
                return new NodeDeviceLifecycleEvent(
                    new NodeDevice(connection, life.Dev), (VirNodeDeviceEventLifecycleType)life.Event, life.Detail);
            case RemoteProcedure.REMOTE_PROC_NODE_DEVICE_EVENT_UPDATE:
                return new NodeDeviceUpdateEvent(
                    new NodeDevice(connection, packet.Read<NodeDeviceEventUpdateMsg>().Dev));
            default:
                return null;
        }
    }
}

/// <summary>A device came or went. (<c>VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE</c>)</summary>
/// <param name="Device">The device.</param>
/// <param name="Event">What happened.</param>
/// <param name="Detail">Unused by libvirt: 0.</param>
public sealed record NodeDeviceLifecycleEvent(NodeDevice Device, VirNodeDeviceEventLifecycleType Event, int Detail)
    : NodeDeviceEvent(Device);

/// <summary>A device's description changed. (<c>VIR_NODE_DEVICE_EVENT_ID_UPDATE</c>)</summary>
/// <param name="Device">The device.</param>
public sealed record NodeDeviceUpdateEvent(NodeDevice Device) : NodeDeviceEvent(Device);

/// <summary>Something that happened to a secret.</summary>
/// <param name="Secret">The secret.</param>
public abstract record SecretEvent(Secret Secret)
{
    internal static SecretEvent? Read(LibvirtConnection connection, EventPacket packet)
    {
        switch (packet.Remote)
        {
            case RemoteProcedure.REMOTE_PROC_SECRET_EVENT_LIFECYCLE:
                var life = packet.Read<SecretEventLifecycleMsg>();
                return new SecretLifecycleEvent(
                    new Secret(connection, life.Secret), (VirSecretEventLifecycleType)life.Event, life.Detail);
            case RemoteProcedure.REMOTE_PROC_SECRET_EVENT_VALUE_CHANGED:
                return new SecretValueChangedEvent(
                    new Secret(connection, packet.Read<SecretEventValueChangedMsg>().Secret));
            default:
                return null;
        }
    }
}

/// <summary>A secret was defined or undefined. (<c>VIR_SECRET_EVENT_ID_LIFECYCLE</c>)</summary>
/// <param name="Secret">The secret.</param>
/// <param name="Event">What happened.</param>
/// <param name="Detail">Unused by libvirt: 0.</param>
public sealed record SecretLifecycleEvent(Secret Secret, VirSecretEventLifecycleType Event, int Detail)
    : SecretEvent(Secret);

/// <summary>A secret got another value. (<c>VIR_SECRET_EVENT_ID_VALUE_CHANGED</c>)</summary>
/// <param name="Secret">The secret.</param>
public sealed record SecretValueChangedEvent(Secret Secret) : SecretEvent(Secret);

/// <summary>What QEMU's monitor told of itself.</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Event">QEMU's name of the event.</param>
/// <param name="Seconds">When, in seconds since 1970.</param>
/// <param name="Microseconds">And so many microseconds.</param>
/// <param name="Details">The event's data as JSON, or null.</param>
public sealed record QemuMonitorEvent(Domain Domain, string Event, long Seconds, uint Microseconds, string? Details);
