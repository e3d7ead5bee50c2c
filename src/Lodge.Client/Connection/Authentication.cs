using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Rpc;

namespace Lodge.Client;

/// <summary>Shows the server who asks, in the way that it wants (libvirt's <c>remoteAuthenticate</c>).</summary>
internal static class Authentication
{
    /// <summary>Asks for the ways and takes the first.</summary>
    /// <exception cref="VirException">The server refuses, or wants a way that is not known here.</exception>
    public static async ValueTask RunAsync(IRpcInvoker rpc, CancellationToken cancellationToken)
    {
        var ways = await rpc.AuthListAsync(cancellationToken).ConfigureAwait(false);
        var way = ways.Types.Length > 0 ? ways.Types[0] : AuthType.REMOTE_AUTH_NONE;
        switch (way)
        {
            case AuthType.REMOTE_AUTH_NONE:
                return;
            case AuthType.REMOTE_AUTH_POLKIT:
                await rpc.AuthPolkitAsync(cancellationToken).ConfigureAwait(false);
                return;
            default:
                throw new VirException(
                    VirErrorNumber.VIR_ERR_AUTH_FAILED, VirErrorDomain.VIR_FROM_REMOTE,
                    $"unsupported authentication type {(int)way}");
        }
    }
}
