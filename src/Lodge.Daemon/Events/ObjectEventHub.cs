using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Events;

/// <summary>
/// Takes each event of networks, pools, secrets or node devices to all who subscribed to its kind, in one order for
/// everybody.
/// </summary>
/// <typeparam name="TKey">What tells one object from another.</typeparam>
/// <param name="family">What refusals call the objects: <c>network</c>, <c>storage pool</c> …</param>
/// <param name="kinds">How many kinds there are: the <c>LAST</c> of the family's enumeration.</param>
internal sealed class ObjectEventHub<TKey>(string family, int kinds) : IEventHub
    where TKey : struct, IEquatable<TKey>
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
    /// <param name="only">Of which object; null for all.</param>
    /// <returns>The number of the subscription, unique in this hub.</returns>
    /// <exception cref="VirException">The kind is none of the family's.</exception>
    public int Subscribe(IEventReceiver receiver, int kind, TKey? only)
    {
        CheckKind(kind);
        lock (_order)
        {
            _subscriptions.Add(new Subscription(++_lastCallback, receiver, kind, only));
            return _lastCallback;
        }
    }

    /// <summary>Refuses a kind that the family does not have.</summary>
    public void CheckKind(int kind)
    {
        if (kind < 0 || kind >= kinds)
            throw Refused($"unsupported {family} event ID {kind}");
    }

    /// <summary>Ends a subscription by its number.</summary>
    /// <exception cref="VirException">The client has no such subscription.</exception>
    public void Unsubscribe(IEventReceiver receiver, int callback)
    {
        lock (_order)
        {
            if (_subscriptions.RemoveAll(s => s.Receiver == receiver && s.Callback == callback) == 0)
                throw Refused($"{family} event callback {callback} not registered");
        }
    }

    /// <inheritdoc/>
    public void Forget(IEventReceiver receiver)
    {
        lock (_order)
            _subscriptions.RemoveAll(s => s.Receiver == receiver);
    }

    /// <summary>Sends an event to all who subscribed to it.</summary>
    public void Emit(IObjectEvent<TKey> happened)
    {
        lock (_order)
        {
            foreach (var subscription in _subscriptions)
            {
                if (subscription.Kind != happened.Kind)
                    continue;
                if (subscription.Only is { } only && !only.Equals(happened.Object))
                    continue;
                happened.Send(subscription.Receiver, subscription.Callback);
            }
        }
    }

    private static VirException Refused(string detail) =>
        new(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_RPC, detail);

    private sealed record Subscription(int Callback, IEventReceiver Receiver, int Kind, TKey? Only);
}
