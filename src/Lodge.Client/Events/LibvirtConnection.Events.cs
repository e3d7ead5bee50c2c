using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.QemuProgram;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Events, as streams that are awaited one by one.</content>
public sealed partial class LibvirtConnection
{
    private readonly EventRouter _events = new();

    /// <summary>
    /// Subscribes to one kind of event of one guest or of all. (<c>virConnectDomainEventRegisterAny</c>)
    /// </summary>
    /// <param name="id">Which kind.</param>
    /// <param name="domain">The guest, or null for all.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The events from now on; what happens before they are awaited is kept.</returns>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<EventStream<DomainEvent>> DomainEventsAsync(
        VirDomainEventID id, Domain? domain = null, CancellationToken cancellationToken = default) => SubscribeAsync(
        EventFamily.Domain,
        reader => DomainEvent.Read(this, reader),
        async cancellation => (await Rpc.ConnectDomainEventCallbackRegisterAnyAsync(
            new() { EventID = (int)id, Dom = domain?.Wire }, cancellation).ConfigureAwait(false)).CallbackID,
        callback => Rpc.ConnectDomainEventCallbackDeregisterAnyAsync(new() { CallbackID = callback }),
        cancellationToken);

    /// <summary>Subscribes to the life of one network or of all. (<c>virConnectNetworkEventRegisterAny</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<EventStream<NetworkLifecycleEvent>> NetworkEventsAsync(
        Network? network = null, CancellationToken cancellationToken = default) => SubscribeAsync(
        EventFamily.Network,
        packet =>
        {
            var message = packet.Read<NetworkEventLifecycleMsg>();
            return new NetworkLifecycleEvent(
                new Network(this, message.Net), (VirNetworkEventLifecycleType)message.Event, message.Detail);
        },
        async cancellation => (await Rpc.ConnectNetworkEventRegisterAnyAsync(
            new() { EventID = (int)VirNetworkEventID.VIR_NETWORK_EVENT_ID_LIFECYCLE, Net = network?.Wire },
            cancellation).ConfigureAwait(false)).CallbackID,
        callback => Rpc.ConnectNetworkEventDeregisterAnyAsync(new() { CallbackID = callback }),
        cancellationToken);

    /// <summary>
    /// Subscribes to one kind of event of one pool or of all. (<c>virConnectStoragePoolEventRegisterAny</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<EventStream<StoragePoolEvent>> StoragePoolEventsAsync(
        VirStoragePoolEventID id, StoragePool? pool = null, CancellationToken cancellationToken = default) =>
            SubscribeAsync(
        EventFamily.StoragePool,
        packet => StoragePoolEvent.Read(this, packet),
        async cancellation => (await Rpc.ConnectStoragePoolEventRegisterAnyAsync(
            new() { EventID = (int)id, Pool = pool?.Wire }, cancellation).ConfigureAwait(false)).CallbackID,
        callback => Rpc.ConnectStoragePoolEventDeregisterAnyAsync(new() { CallbackID = callback }),
        cancellationToken);

    /// <summary>
    /// Subscribes to one kind of event of one device of the host or of all.
    /// (<c>virConnectNodeDeviceEventRegisterAny</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<EventStream<NodeDeviceEvent>> NodeDeviceEventsAsync(
        VirNodeDeviceEventID id, NodeDevice? device = null, CancellationToken cancellationToken = default) =>
            SubscribeAsync(
        EventFamily.NodeDevice,
        packet => NodeDeviceEvent.Read(this, packet),
        async cancellation => (await Rpc.ConnectNodeDeviceEventRegisterAnyAsync(
            new() { EventID = (int)id, Dev = device?.Wire }, cancellation).ConfigureAwait(false)).CallbackID,
        callback => Rpc.ConnectNodeDeviceEventDeregisterAnyAsync(new() { CallbackID = callback }),
        cancellationToken);

    /// <summary>
    /// Subscribes to one kind of event of one secret or of all. (<c>virConnectSecretEventRegisterAny</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<EventStream<SecretEvent>> SecretEventsAsync(
        VirSecretEventID id, Secret? secret = null, CancellationToken cancellationToken = default) => SubscribeAsync(
        EventFamily.Secret,
        packet => SecretEvent.Read(this, packet),
        async cancellation => (await Rpc.ConnectSecretEventRegisterAnyAsync(
            new() { EventID = (int)id, Secret = secret?.Wire }, cancellation).ConfigureAwait(false)).CallbackID,
        callback => Rpc.ConnectSecretEventDeregisterAnyAsync(new() { CallbackID = callback }),
        cancellationToken);

    /// <summary>
    /// Subscribes to what QEMU's monitor tells of itself. (<c>virConnectDomainQemuMonitorEventRegister</c>)
    /// </summary>
    /// <param name="domain">The guest, or null for all.</param>
    /// <param name="eventName">QEMU's name of the event, or null for all.</param>
    /// <param name="flags">How to compare names.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<EventStream<QemuMonitorEvent>> QemuMonitorEventsAsync(
        Domain? domain = null,
        string? eventName = null,
        VirConnectDomainQemuMonitorEventRegisterFlags flags = 0,
        CancellationToken cancellationToken = default) => SubscribeAsync(
        EventFamily.QemuMonitor,
        packet =>
        {
            var message = packet.Read<DomainMonitorEventMsg>();
            return new QemuMonitorEvent(
                new Domain(this, message.Dom), message.Event, message.Seconds, message.Micros, message.Details);
        },
        async cancellation => (await Rpc.ConnectDomainMonitorEventRegisterAsync(
            new() { Dom = domain?.Wire, Event = eventName, Flags = (uint)flags },
            cancellation).ConfigureAwait(false)).CallbackID,
        callback => Rpc.ConnectDomainMonitorEventDeregisterAsync(new() { CallbackID = callback }),
        cancellationToken);

    private async ValueTask<EventStream<T>> SubscribeAsync<T>(
        EventFamily family,
        Func<EventPacket, T?> read,
        Func<CancellationToken, ValueTask<int>> register,
        Func<int, ValueTask> deregister,
        CancellationToken cancellationToken)
        where T : class
    {
        _channel.ReadInBackground();
        var stream = new EventStream<T>(family, read, deregister, _events);
        using (_events.Expect())
        {
            _events.Add(family, await register(cancellationToken).ConfigureAwait(false), stream);
        }

        return stream;
    }
}
