namespace Lodge.Protocol.Rpc;

/// <summary>Something that carries calls to a server: a connection, or a hypervisor in the same process.</summary>
public interface IRpcInvoker
{
    /// <summary>
    /// Sends a call; its <see cref="RpcCall.Completion"/> ends when the answer is there. Never throws: a failure ends
    /// the call.
    /// </summary>
    /// <param name="call">A call that was not sent before.</param>
    /// <param name="cancellationToken">Ends the waiting, not the work of the server.</param>
    void Send(RpcCall call, CancellationToken cancellationToken);
}
