using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Events;

/// <summary>
/// Takes each event to all who subscribed to its kind, in one order for everybody. Who subscribes gets every event from
/// then on; who unsubscribes gets none after the call returned; none gets one twice.
/// </summary>
internal sealed class DomainEventHub : IEventHub
{
    private readonly Lock _order = new();
    private readonly List<Subscription> _subscriptions = [];
    private int _lastCallback = -1;

    /// <summary>How many subscriptions there are.</summary>
    public int Count
    {
        get
        {
            lock (_order)
                return _subscriptions.Count;
        }
    }

    /// <summary>Subscribes.</summary>
    /// <param name="receiver">Who gets the events.</param>
    /// <param name="kind">Which events.</param>
    /// <param name="domain">Of which domain; null for all.</param>
    /// <param name="isNamed">Whether messages name the subscription.</param>
    /// <returns>The number of the subscription, unique in this daemon.</returns>
    /// <exception cref="VirException">An unnamed subscription to the kind exists already.</exception>
    public int Subscribe(IEventReceiver receiver, VirDomainEventID kind, VirUuid? domain, bool isNamed)
    {
        lock (_order)
        {
            if (!isNamed && _subscriptions.Exists(s => s.Receiver == receiver && s.Kind == kind && !s.IsNamed))
            {
                throw new VirException(
                    VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                    VirErrorDomain.VIR_FROM_RPC,
                    $"domain event {(int)kind} already registered");
            }

            var subscription = new Subscription(++_lastCallback, receiver, kind, domain, isNamed);
            _subscriptions.Add(subscription);
            return subscription.Callback;
        }
    }

    /// <summary>Ends a subscription by its number.</summary>
    /// <exception cref="VirException">The client has no such subscription.</exception>
    public void Unsubscribe(IEventReceiver receiver, int callback) =>
        End(
            s => s.Receiver == receiver && s.Callback == callback && s.IsNamed,
            $"domain event callback {callback} not registered");

    /// <summary>Ends the unnamed subscription to a kind.</summary>
    /// <exception cref="VirException">The client has none.</exception>
    public void Unsubscribe(IEventReceiver receiver, VirDomainEventID kind) =>
        End(s => s.Receiver == receiver && s.Kind == kind && !s.IsNamed, $"domain event {(int)kind} not registered");

    /// <inheritdoc/>
    public void Forget(IEventReceiver receiver)
    {
        lock (_order)
            _subscriptions.RemoveAll(s => s.Receiver == receiver);
    }

    /// <summary>Sends an event to all who subscribed to it.</summary>
    public void Emit(DomainEvent happened)
    {
        lock (_order)
        {
            foreach (var subscription in _subscriptions)
            {
                if (subscription.Kind != happened.Id)
                    continue;
                if (subscription.Domain is { } only && only != happened.Domain.Uuid)
                    continue;
                if (subscription.IsNamed)
                    happened.Send(subscription.Receiver, subscription.Callback);
                else
                    happened.SendUnnamed(subscription.Receiver);
            }
        }
    }

    private void End(Predicate<Subscription> which, string otherwise)
    {
        lock (_order)
        {
            if (_subscriptions.RemoveAll(which) == 0)
            {
                throw new VirException(
                    VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_RPC, otherwise);
            }
        }
    }

    private sealed record Subscription(
        int Callback, IEventReceiver Receiver, VirDomainEventID Kind, VirUuid? Domain, bool IsNamed);
}
