using Lodge.Daemon.Server;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Daemon.Events;

/// <summary>The events of one client.</summary>
internal sealed class SessionEvents : IEventReceiver
{
    private ClientSession? _session;

    /// <summary>The one receiver of a client; its subscriptions end when the client is gone.</summary>
    public static SessionEvents Of(ClientSession session, DomainEventHub hub)
    {
        var events = session.State<SessionEvents>();
        if (Interlocked.CompareExchange(ref events._session, session, null) is null)
            session.Closed.Register(() => hub.Forget(events));
        return events;
    }

    /// <inheritdoc/>
    public void Send<TMessage>(RemoteProcedure procedure, in TMessage message)
        where TMessage : struct, IXdrEncodable => _session!.SendEvent(procedure, message);
}
