using Lodge.Daemon.Server;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>
/// Lists of networks. Nothing defines any yet, so there are none: clients that count before they work get the truth,
/// while each call that would make or use one is refused as not supported.
/// </summary>
internal sealed partial class ConnectProcedures
{
    /// <inheritdoc/>
    public ValueTask<ConnectNumOfNetworksRet> ConnectNumOfNetworksAsync(ClientCall call) => new(new ConnectNumOfNetworksRet());

    /// <inheritdoc/>
    public ValueTask<ConnectNumOfDefinedNetworksRet> ConnectNumOfDefinedNetworksAsync(ClientCall call) =>
        new(new ConnectNumOfDefinedNetworksRet());

    /// <inheritdoc/>
    public ValueTask<ConnectListNetworksRet> ConnectListNetworksAsync(ClientCall call, ConnectListNetworksArgs args) =>
        new(new ConnectListNetworksRet { Names = [] });

    /// <inheritdoc/>
    public ValueTask<ConnectListDefinedNetworksRet> ConnectListDefinedNetworksAsync(
        ClientCall call, ConnectListDefinedNetworksArgs args) =>
        new(new ConnectListDefinedNetworksRet { Names = [] });

    /// <inheritdoc/>
    public ValueTask<ConnectListAllNetworksRet> ConnectListAllNetworksAsync(
        ClientCall call, ConnectListAllNetworksArgs args) =>
        new(new ConnectListAllNetworksRet { Nets = [] });
}
