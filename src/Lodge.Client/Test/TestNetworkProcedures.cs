using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <summary>The network <c>default</c>, which can be started and stopped.</summary>
internal sealed class TestNetworkProcedures : INetworkProcedures<TestHypervisor>
{
    public static RemoteNetwork Wire { get; } = new()
    {
        Name = TestDefaults.NetworkName, Uuid = VirUuid.Parse(TestDefaults.NetworkUuid),
    };

    public ValueTask<NetworkLookupByNameRet> NetworkLookupByNameAsync(
        TestHypervisor call, NetworkLookupByNameArgs args) =>
        args.Name == Wire.Name
            ? new(new NetworkLookupByNameRet { Net = Wire })
            : throw NotFound($"no network with matching name '{args.Name}'");

    public ValueTask<NetworkLookupByUuidRet> NetworkLookupByUuidAsync(
        TestHypervisor call, NetworkLookupByUuidArgs args) =>
        args.Uuid == Wire.Uuid
            ? new(new NetworkLookupByUuidRet { Net = Wire })
            : throw NotFound($"no network with matching uuid '{args.Uuid}'");

    public ValueTask<NetworkGetXmlDescRet> NetworkGetXmlDescAsync(TestHypervisor call, NetworkGetXmlDescArgs args) =>
        new(new NetworkGetXmlDescRet { Xml = TestDefaults.NetworkXml });

    public ValueTask<NetworkGetBridgeNameRet> NetworkGetBridgeNameAsync(
        TestHypervisor call, NetworkGetBridgeNameArgs args) =>
        new(new NetworkGetBridgeNameRet { Name = TestDefaults.NetworkBridge });

    public ValueTask<NetworkIsActiveRet> NetworkIsActiveAsync(TestHypervisor call, NetworkIsActiveArgs args) =>
        new(new NetworkIsActiveRet { Active = call.Network.IsActive ? 1 : 0 });

    public ValueTask<NetworkIsPersistentRet> NetworkIsPersistentAsync(
        TestHypervisor call, NetworkIsPersistentArgs args) =>
        new(new NetworkIsPersistentRet { Persistent = 1 });

    public ValueTask<NetworkGetAutostartRet> NetworkGetAutostartAsync(
        TestHypervisor call, NetworkGetAutostartArgs args) =>
        new(new NetworkGetAutostartRet { Autostart = call.Network.HasAutostart ? 1 : 0 });

    public ValueTask NetworkSetAutostartAsync(TestHypervisor call, NetworkSetAutostartArgs args)
    {
        call.Network.HasAutostart = args.Autostart != 0;
        return default;
    }

    public ValueTask NetworkCreateAsync(TestHypervisor call, NetworkCreateArgs args)
    {
        if (call.Network.IsActive)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID, $"Network '{args.Net.Name}' is already running");
        }

        call.Network.IsActive = true;
        return default;
    }

    public ValueTask NetworkDestroyAsync(TestHypervisor call, NetworkDestroyArgs args)
    {
        call.Network.IsActive = false;
        return default;
    }

    private static VirException NotFound(string detail) =>
        new(VirErrorNumber.VIR_ERR_NO_NETWORK, VirErrorDomain.VIR_FROM_TEST, detail);
}
