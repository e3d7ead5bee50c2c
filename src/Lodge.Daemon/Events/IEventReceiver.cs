using Lodge.Protocol.QemuProgram;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Daemon.Events;

/// <summary>Who gets events: a client's session, which never makes the sender wait.</summary>
internal interface IEventReceiver
{
    /// <summary>Puts an event after those sent before.</summary>
    void Send<TMessage>(RemoteProcedure procedure, in TMessage message)
        where TMessage : struct, IXdrEncodable;

    /// <summary>Puts an event of QEMU's own after those sent before; who does not know of these gets none.</summary>
    void Send<TMessage>(QemuProcedure procedure, in TMessage message)
        where TMessage : struct, IXdrEncodable
    {
    }
}
