using Lodge.Daemon.Server;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>Kinds of objects that this daemon has none of: it says so, for clients look at them before they look at guests.</summary>
internal sealed partial class ConnectProcedures
{
    /// <inheritdoc/>
    public ValueTask<ConnectNumOfNetworksRet> ConnectNumOfNetworksAsync(ClientCall call) => new(default(ConnectNumOfNetworksRet));

    /// <inheritdoc/>
    public ValueTask<ConnectNumOfDefinedNetworksRet> ConnectNumOfDefinedNetworksAsync(ClientCall call) =>
        new(default(ConnectNumOfDefinedNetworksRet));

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
        new(new ConnectListAllNetworksRet { Nets = [], Ret = 0 });

    /// <inheritdoc/>
    public ValueTask<ConnectNumOfStoragePoolsRet> ConnectNumOfStoragePoolsAsync(ClientCall call) =>
        new(default(ConnectNumOfStoragePoolsRet));

    /// <inheritdoc/>
    public ValueTask<ConnectNumOfDefinedStoragePoolsRet> ConnectNumOfDefinedStoragePoolsAsync(ClientCall call) =>
        new(default(ConnectNumOfDefinedStoragePoolsRet));

    /// <inheritdoc/>
    public ValueTask<ConnectListStoragePoolsRet> ConnectListStoragePoolsAsync(
        ClientCall call, ConnectListStoragePoolsArgs args) =>
        new(new ConnectListStoragePoolsRet { Names = [] });

    /// <inheritdoc/>
    public ValueTask<ConnectListDefinedStoragePoolsRet> ConnectListDefinedStoragePoolsAsync(
        ClientCall call, ConnectListDefinedStoragePoolsArgs args) =>
        new(new ConnectListDefinedStoragePoolsRet { Names = [] });

    /// <inheritdoc/>
    public ValueTask<ConnectListAllStoragePoolsRet> ConnectListAllStoragePoolsAsync(
        ClientCall call, ConnectListAllStoragePoolsArgs args) =>
        new(new ConnectListAllStoragePoolsRet { Pools = [], Ret = 0 });
}
