using Lodge.Daemon.Server;
using Lodge.Protocol.QemuProgram;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Daemon.Events;

/// <summary>The events of one client.</summary>
internal sealed class SessionEvents : IEventReceiver
{
    private readonly Lock _lock = new();
    private readonly List<IEventHub> _hubs = [];
    private ClientSession? _session;

    /// <summary>The one receiver of a client; its subscriptions end when the client is gone.</summary>
    public static SessionEvents Of(ClientSession session, IEventHub hub)
    {
        var events = session.State<SessionEvents>();
        events._session = session;
        lock (events._lock)
        {
            if (events._hubs.Contains(hub))
                return events;
            events._hubs.Add(hub);
        }

        session.Closed.Register(() => hub.Forget(events));
        return events;
    }

    /// <inheritdoc/>
    public void Send<TMessage>(RemoteProcedure procedure, in TMessage message)
        where TMessage : struct, IXdrEncodable => _session!.SendEvent(procedure, message);

    /// <inheritdoc/>
    public void Send<TMessage>(QemuProcedure procedure, in TMessage message)
        where TMessage : struct, IXdrEncodable => _session!.SendEvent(procedure, message);
}
