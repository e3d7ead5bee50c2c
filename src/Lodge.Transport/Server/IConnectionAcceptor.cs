namespace Lodge.Transport.Server;

/// <summary>Decides about peers that knock at a listening socket.</summary>
public interface IConnectionAcceptor
{
    /// <summary>Whether the next peer is let in now; when false, peers wait in the kernel's queue until
    /// <c>ResumeAccepting</c>.</summary>
    bool AcceptsConnections { get; }

    /// <summary>A peer is connected.</summary>
    /// <param name="connection">The connection; nothing is read from it before the call returns.</param>
    /// <returns>What takes its messages, or null to close it at once.</returns>
    IMessageReceiver? ConnectionAccepted(ServerConnection connection);
}
