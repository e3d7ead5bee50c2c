using Lodge.Daemon.Domains;
using Lodge.Daemon.Networks;
using Lodge.Daemon.Server;
using Lodge.Protocol;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class NetworkProcedures
{
    /// <inheritdoc/>
    public ValueTask<NetworkListAllPortsRet> NetworkListAllPortsAsync(ClientCall call, NetworkListAllPortsArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "networkListAllPorts");
        var now = Find(args.Network).Current;
        if (!now.IsActive)
            throw NetworkErrors.NotActive(now.Name);
        return new(new NetworkListAllPortsRet
        {
            Ports = args.NeedResults != 0
                ? [.. now.Ports.Keys.Select(port => new RemoteNetworkPort { Net = now.Wire, Uuid = VirUuid.Of(port) })]
                : [],
            Ret = (uint)now.Ports.Count,
        });
    }
}
