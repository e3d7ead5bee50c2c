namespace Lodge.Daemon.Events;

/// <summary>Takes events of one family of objects to those who subscribed.</summary>
internal interface IEventHub
{
    /// <summary>Ends all subscriptions of a client that is gone.</summary>
    void Forget(IEventReceiver receiver);
}
