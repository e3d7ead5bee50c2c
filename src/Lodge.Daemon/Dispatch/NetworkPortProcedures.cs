using Lodge.Daemon.Domains;
using Lodge.Daemon.Networks;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Model.Networks;
using Lodge.Model.Schema;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>The ports of networks.</summary>
/// <param name="driver">Has the networks.</param>
internal sealed partial class NetworkPortProcedures(NetworkDriver driver) : INetworkPortProcedures<ClientCall>
{
    private const uint CreateFlags = (uint)(VirNetworkPortCreateFlags.VIR_NETWORK_PORT_CREATE_RECLAIM
        | VirNetworkPortCreateFlags.VIR_NETWORK_PORT_CREATE_VALIDATE);

    /// <inheritdoc/>
    public ValueTask<NetworkPortLookupByUuidRet> NetworkPortLookupByUuidAsync(
        ClientCall call, NetworkPortLookupByUuidArgs args)
    {
        var network = Find(args.Network);
        RequireActive(network.Current);
        var port = NetworkDriver.FindPort(network.Current, args.Uuid.ToGuid());
        return new(new NetworkPortLookupByUuidRet { Port = Wire(network.Current, port) });
    }

    /// <inheritdoc/>
    public async ValueTask<NetworkPortCreateXmlRet> NetworkPortCreateXmlAsync(
        ClientCall call, NetworkPortCreateXmlArgs args)
    {
        FlagCheck.Only(args.Flags, CreateFlags, "networkPortCreateXML");
        SchemaCheck.WhereAsked(
            args.Flags, VirNetworkPortCreateFlags.VIR_NETWORK_PORT_CREATE_VALIDATE, SchemaKind.NetworkPort, args.Xml);
        var network = Find(args.Network);
        var wanted = NetworkPort.Parse(args.Xml);
        RequireActive(network.Current);
        RequirePlugWhereReclaimed(wanted, args.Flags);
        var port = await driver.CreatePortAsync(network, wanted, call.CancellationToken);
        return new() { Port = Wire(network.Current, port) };
    }

    private static void RequirePlugWhereReclaimed(NetworkPort wanted, uint flags)
    {
        var reclaimed = (flags & (uint)VirNetworkPortCreateFlags.VIR_NETWORK_PORT_CREATE_RECLAIM) != 0;
        if (reclaimed != (wanted.Plug is not null))
        {
            throw NetworkErrors.Of(
                VirErrorNumber.VIR_ERR_INVALID_ARG,
                reclaimed
                    ? "Port reclaim requested but plug type is none"
                    : "Port reclaim not requested but plug type is not none");
        }
    }

    /// <inheritdoc/>
    public ValueTask<NetworkPortGetXmlDescRet> NetworkPortGetXmlDescAsync(
        ClientCall call, NetworkPortGetXmlDescArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "networkPortGetXMLDesc");
        var now = Find(args.Port.Net).Current;
        return new(new NetworkPortGetXmlDescRet
        {
            Xml = NetworkDriver.FindPort(now, args.Port.Uuid.ToGuid()).Format(),
        });
    }

    /// <inheritdoc/>
    public async ValueTask NetworkPortDeleteAsync(ClientCall call, NetworkPortDeleteArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "networkPortDelete");
        var network = Find(args.Port.Net);
        var uuid = args.Port.Uuid.ToGuid();
        RequireActive(network.Current);
        _ = NetworkDriver.FindPort(network.Current, uuid);
        await driver.DeletePortAsync(network, uuid);
    }

    private static void RequireActive(NetworkSnapshot now)
    {
        if (!now.IsActive)
            throw NetworkErrors.NotActive(now.Name);
    }

    private static RemoteNetworkPort Wire(NetworkSnapshot now, NetworkPort port) =>
        new() { Net = now.Wire, Uuid = VirUuid.Of(port.Uuid) };

    private NetworkObject Find(in RemoteNetwork network) => driver.Find(network.Uuid, network.Name);
}
