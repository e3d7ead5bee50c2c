using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Events;

/// <summary>Something that happened to a domain, which knows its message on the wire.</summary>
/// <param name="Domain">The domain, with the id it had then.</param>
internal abstract record DomainEvent(RemoteDomain Domain)
{
    /// <summary>Which kind clients subscribe to.</summary>
    public abstract VirDomainEventID Id { get; }

    /// <summary>Sends the message that names the subscription, as clients since libvirt 1.2.1 ask.</summary>
    public abstract void Send(IEventReceiver receiver, int callback);

    /// <summary>Sends the message without a subscription, as older clients ask; newer kinds send nothing.</summary>
    public virtual void SendUnnamed(IEventReceiver receiver)
    {
    }
}
