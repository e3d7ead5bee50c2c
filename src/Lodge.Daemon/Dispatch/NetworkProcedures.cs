using Lodge.Daemon.Domains;
using Lodge.Daemon.Networks;
using Lodge.Daemon.Server;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>Networks: finding, reading, making, starting and changing them.</summary>
/// <param name="driver">Has them.</param>
internal sealed partial class NetworkProcedures(NetworkDriver driver) : INetworkProcedures<ClientCall>
{
    /// <inheritdoc/>
    public ValueTask<NetworkLookupByNameRet> NetworkLookupByNameAsync(ClientCall call, NetworkLookupByNameArgs args) =>
        new(new NetworkLookupByNameRet { Net = driver.Find(args.Name).Current.Wire });

    /// <inheritdoc/>
    public ValueTask<NetworkLookupByUuidRet> NetworkLookupByUuidAsync(ClientCall call, NetworkLookupByUuidArgs args) =>
        new(new NetworkLookupByUuidRet
        {
            Net = (driver.Networks.Find(args.Uuid) ?? throw NetworkErrors.Of(
                Protocol.Errors.VirErrorNumber.VIR_ERR_NO_NETWORK,
                $"no network with matching uuid '{args.Uuid}'")).Current.Wire,
        });

    /// <inheritdoc/>
    public ValueTask<NetworkGetXmlDescRet> NetworkGetXmlDescAsync(ClientCall call, NetworkGetXmlDescArgs args)
    {
        const uint Inactive = (uint)VirNetworkXMLFlags.VIR_NETWORK_XML_INACTIVE;
        FlagCheck.Only(args.Flags, Inactive, "networkGetXMLDesc");
        return new(new NetworkGetXmlDescRet { Xml = Find(args.Net).Current.Xml(args.Flags == Inactive) });
    }

    /// <inheritdoc/>
    public ValueTask<NetworkGetBridgeNameRet> NetworkGetBridgeNameAsync(
        ClientCall call, NetworkGetBridgeNameArgs args)
    {
        var now = Find(args.Net).Current;
        return new(new NetworkGetBridgeNameRet
        {
            Name = now.Definition.Bridge.Name
                ?? throw NetworkErrors.Internal($"network '{now.Name}' does not have a bridge name."),
        });
    }

    /// <inheritdoc/>
    public ValueTask<NetworkGetAutostartRet> NetworkGetAutostartAsync(ClientCall call, NetworkGetAutostartArgs args) =>
        new(new NetworkGetAutostartRet { Autostart = Find(args.Net).Current.Autostart ? 1 : 0 });

    /// <inheritdoc/>
    public ValueTask NetworkSetAutostartAsync(ClientCall call, NetworkSetAutostartArgs args) =>
        driver.SetAutostartAsync(Find(args.Net), args.Autostart != 0, call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask<NetworkIsActiveRet> NetworkIsActiveAsync(ClientCall call, NetworkIsActiveArgs args) =>
        new(new NetworkIsActiveRet { Active = Find(args.Net).Current.IsActive ? 1 : 0 });

    /// <inheritdoc/>
    public ValueTask<NetworkIsPersistentRet> NetworkIsPersistentAsync(ClientCall call, NetworkIsPersistentArgs args) =>
        new(new NetworkIsPersistentRet { Persistent = Find(args.Net).Current.IsPersistent ? 1 : 0 });

    private NetworkObject Find(in RemoteNetwork network) => driver.Find(network.Uuid, network.Name);
}
