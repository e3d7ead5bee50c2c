using Lodge.Web.Events;

namespace Lodge.Web.Hypervisors;

/// <content>Taking what the hypervisor tells.</content>
public sealed partial class Hypervisor
{
    private static readonly VirDomainEventID[] Kinds =
    [
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_LIFECYCLE,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_REBOOT,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_WATCHDOG,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_CONTROL_ERROR,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_DISK_CHANGE,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_TRAY_CHANGE,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_PMSUSPEND,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_PMWAKEUP,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_DEVICE_ADDED,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_JOB_COMPLETED,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_METADATA_CHANGE,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE,
        VirDomainEventID.VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE,
    ];

    private async Task<List<Task>> SubscribeAsync(LibvirtConnection connection, CancellationToken over)
    {
        var pumps = new List<Task>();
        foreach (var kind in Kinds)
            await SubscribeAsync(pumps, connection.DomainEventsAsync(kind, null, over), Take, over);
        await SubscribeAsync(pumps, connection.NetworkEventsAsync(null, over), Take, over);
        await SubscribeAsync(
            pumps,
            connection.StoragePoolEventsAsync(VirStoragePoolEventID.VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE, null, over),
            Take,
            over);
        await SubscribeAsync(
            pumps,
            connection.StoragePoolEventsAsync(VirStoragePoolEventID.VIR_STORAGE_POOL_EVENT_ID_REFRESH, null, over),
            Take,
            over);
        await SubscribeAsync(
            pumps,
            connection.NodeDeviceEventsAsync(VirNodeDeviceEventID.VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE, null, over),
            _ => Raise(HypervisorChange.Devices),
            over);
        await SubscribeAsync(
            pumps,
            connection.SecretEventsAsync(VirSecretEventID.VIR_SECRET_EVENT_ID_LIFECYCLE, null, over),
            _ => Raise(HypervisorChange.Secrets),
            over);
        return pumps;
    }

    private static async Task SubscribeAsync<T>(
        List<Task> pumps, ValueTask<EventStream<T>> subscription, Action<T> take, CancellationToken over)
        where T : class
    {
        try
        {
            pumps.Add(PumpAsync(await subscription, take, over));
        }
        catch (VirException error) when (error.Code is VirErrorNumber.VIR_ERR_NO_SUPPORT
            or VirErrorNumber.VIR_ERR_INVALID_ARG or VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED)
        {
            // An older server does not know this kind.
        }
    }

    private static async Task PumpAsync<T>(EventStream<T> stream, Action<T> take, CancellationToken over)
        where T : class
    {
        try
        {
            await foreach (var happened in stream.WithCancellation(over)) take(happened);
        }
        catch (OperationCanceledException)
        {
            // The connection is over, and the subscription with it.
        }
    }

    private void Take(DomainEvent happened)
    {
        _stale.Writer.TryWrite(happened.Domain);
        if (EventText.Of(happened) is var (level, text))
            _log.Add(this, happened.Domain, level, text);
        if (happened is not DomainLifecycleEvent) Raise(HypervisorChange.Hardware);
    }

    private void Take(NetworkLifecycleEvent happened)
    {
        _log.Add(this, null, EventLevel.Plain, $"Network {happened.Network.Name} {EventText.Of(happened.Event)}");
        Raise(HypervisorChange.Networks);
    }

    private void Take(StoragePoolEvent happened)
    {
        if (happened is StoragePoolLifecycleEvent life)
            _log.Add(this, null, EventLevel.Plain, $"Storage pool {life.Pool.Name} {EventText.Of(life.Event)}");
        Raise(HypervisorChange.Pools);
    }
}
