using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Daemon.Events;

/// <summary>Who gets events: a client's session, which never makes the sender wait.</summary>
internal interface IEventReceiver
{
    /// <summary>Puts an event after those sent before.</summary>
    void Send<TMessage>(RemoteProcedure procedure, in TMessage message)
        where TMessage : struct, IXdrEncodable;
}
