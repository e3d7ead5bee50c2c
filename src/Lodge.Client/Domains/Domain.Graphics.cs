using System.Runtime.InteropServices;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Rpc;

namespace Lodge.Client;

/// <content>The guest's graphics consoles, by file descriptor.</content>
public sealed partial class Domain
{
    /// <summary>
    /// Gives the graphics console one end of a socket pair to speak on. (<c>virDomainOpenGraphics</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection cannot carry files.</exception>
    public ValueTask OpenGraphicsAsync(
        uint index, SafeHandle socket, VirDomainOpenGraphicsFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainOpenGraphicsAsync(
            new() { Dom = Wire, Idx = index, Flags = (uint)flags }, new RpcFiles { Sent = [socket] },
            cancellationToken);

    /// <summary>Gets a socket to the graphics console. (<c>virDomainOpenGraphicsFD</c>)</summary>
    /// <returns>The socket; the caller closes it.</returns>
    /// <exception cref="VirException">The server refused, or the connection cannot carry files.</exception>
    public async ValueTask<SafeHandle> OpenGraphicsFDAsync(
        uint index, VirDomainOpenGraphicsFlags flags = 0, CancellationToken cancellationToken = default)
    {
        var files = new RpcFiles();
        await Rpc.DomainOpenGraphicsFdAsync(
            new() { Dom = Wire, Idx = index, Flags = (uint)flags }, files, cancellationToken).ConfigureAwait(false);
        return files.Received is [var socket]
            ? socket
            : throw new VirException(
                VirErrorNumber.VIR_ERR_RPC, VirErrorDomain.VIR_FROM_REMOTE,
                $"no file descriptor received, but {files.Received.Count}, for the graphics of domain '{Name}'");
    }
}
