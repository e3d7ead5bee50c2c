using Lodge.Protocol.Rpc;

namespace Lodge.Client;

/// <summary>
/// Something on the other side of a connection: a guest, a network, a pool. It names the thing and holds nothing of
/// it.
/// </summary>
public abstract class LibvirtObject
{
    private protected LibvirtObject(LibvirtConnection connection) => Connection = connection;

    /// <summary>The connection that it was found on.</summary>
    public LibvirtConnection Connection { get; }

    private protected IRpcInvoker Rpc => Connection.Rpc;
}
