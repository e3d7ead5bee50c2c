namespace Lodge.Daemon.Events;

/// <summary>Something that happened to an object that is no domain, which knows its message on the wire.</summary>
/// <typeparam name="TKey">What tells one object from another: a UUID, or a node device's name.</typeparam>
internal interface IObjectEvent<out TKey>
{
    /// <summary>Which kind clients subscribe to: the number of the family's own <c>EVENT_ID</c> enumeration.</summary>
    int Kind { get; }

    /// <summary>Which object it happened to.</summary>
    TKey Object { get; }

    /// <summary>Sends the message that names the subscription.</summary>
    void Send(IEventReceiver receiver, int callback);
}
