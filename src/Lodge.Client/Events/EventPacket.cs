using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Client;

/// <summary>An event as it came.</summary>
/// <param name="Procedure">Its number in its program.</param>
/// <param name="Payload">Its content.</param>
internal readonly record struct EventPacket(int Procedure, byte[] Payload)
{
    public RemoteProcedure Remote => (RemoteProcedure)Procedure;

    public T Read<T>()
        where T : struct, IXdrMessage<T>
    {
        var reader = new XdrReader(Payload);
        return T.Read(ref reader);
    }
}

/// <summary>What events are about; the numbers of subscriptions are counted apart for each.</summary>
internal enum EventFamily
{
    Domain,
    Network,
    StoragePool,
    NodeDevice,
    Secret,
    QemuMonitor,
}
