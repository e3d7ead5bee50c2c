using Lodge.Daemon.Domains;
using Lodge.Daemon.Events;
using Lodge.Daemon.Server;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class ConnectProcedures
{
    private const VirDomainEventID Lifecycle = VirDomainEventID.VIR_DOMAIN_EVENT_ID_LIFECYCLE;

    /// <inheritdoc/>
    public ValueTask<ConnectDomainEventRegisterRet> ConnectDomainEventRegisterAsync(ClientCall call)
    {
        driver.Events.Subscribe(SessionEvents.Of(call.Client, driver.Events), Lifecycle, null, isNamed: false);
        return new(new ConnectDomainEventRegisterRet { CbRegistered = 1 });
    }

    /// <inheritdoc/>
    public ValueTask<ConnectDomainEventDeregisterRet> ConnectDomainEventDeregisterAsync(ClientCall call)
    {
        driver.Events.Unsubscribe(SessionEvents.Of(call.Client, driver.Events), Lifecycle);
        return new(new ConnectDomainEventDeregisterRet { CbRegistered = 0 });
    }

    /// <inheritdoc/>
    public ValueTask ConnectDomainEventRegisterAnyAsync(ClientCall call, ConnectDomainEventRegisterAnyArgs args)
    {
        // Kinds after this one came with subscriptions that have numbers, and have no message without.
        var kind = Kind(args.EventID, VirDomainEventID.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED);
        driver.Events.Subscribe(SessionEvents.Of(call.Client, driver.Events), kind, null, isNamed: false);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask ConnectDomainEventDeregisterAnyAsync(ClientCall call, ConnectDomainEventDeregisterAnyArgs args)
    {
        var kind = Kind(args.EventID, VirDomainEventID.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED);
        driver.Events.Unsubscribe(SessionEvents.Of(call.Client, driver.Events), kind);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<ConnectDomainEventCallbackRegisterAnyRet> ConnectDomainEventCallbackRegisterAnyAsync(
        ClientCall call, ConnectDomainEventCallbackRegisterAnyArgs args)
    {
        var kind = Kind(args.EventID, VirDomainEventID.VIR_DOMAIN_EVENT_ID_LAST - 1);
        VirUuid? only = args.Dom is { } dom ? driver.Find(dom).Uuid : null;
        var callback = driver.Events.Subscribe(SessionEvents.Of(call.Client, driver.Events), kind, only, isNamed: true);
        return new(new ConnectDomainEventCallbackRegisterAnyRet { CallbackID = callback });
    }

    /// <inheritdoc/>
    public ValueTask ConnectDomainEventCallbackDeregisterAnyAsync(
        ClientCall call, ConnectDomainEventCallbackDeregisterAnyArgs args)
    {
        driver.Events.Unsubscribe(SessionEvents.Of(call.Client, driver.Events), args.CallbackID);
        return default;
    }

    private static VirDomainEventID Kind(int number, VirDomainEventID last) =>
        number >= 0 && number <= (int)last
            ? (VirDomainEventID)number
            : throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_RPC, $"unsupported event ID {number}");
}
