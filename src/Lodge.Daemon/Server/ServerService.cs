using Lodge.Transport.Server;

namespace Lodge.Daemon.Server;

/// <summary>One door of a server: a listening socket's rules.</summary>
/// <param name="server">Whose clients come through it.</param>
/// <param name="isReadOnly">Whether those who come may only look.</param>
internal sealed class ServerService(RpcServer server, bool isReadOnly) : IConnectionAcceptor
{
    /// <inheritdoc/>
    public bool AcceptsConnections => server.HasRoom;

    /// <inheritdoc/>
    public IMessageReceiver? ConnectionAccepted(ServerConnection connection) => server.Accept(connection, isReadOnly);
}
