using Lodge.Daemon.Domains;
using Lodge.Daemon.Events;
using Lodge.Daemon.Networks;
using Lodge.Daemon.Server;
using Lodge.Protocol;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class ConnectProcedures
{
    /// <summary>Has the networks.</summary>
    public required NetworkDriver Networks { get; init; }

    /// <inheritdoc/>
    public ValueTask<ConnectNumOfNetworksRet> ConnectNumOfNetworksAsync(ClientCall call) =>
        new(new ConnectNumOfNetworksRet { Num = Networks.Networks.All.Count(network => network.Current.IsActive) });

    /// <inheritdoc/>
    public ValueTask<ConnectNumOfDefinedNetworksRet> ConnectNumOfDefinedNetworksAsync(ClientCall call) =>
        new(new ConnectNumOfDefinedNetworksRet
        {
            Num = Networks.Networks.All.Count(network => !network.Current.IsActive),
        });

    /// <inheritdoc/>
    public ValueTask<ConnectListNetworksRet> ConnectListNetworksAsync(ClientCall call, ConnectListNetworksArgs args) =>
        new(new ConnectListNetworksRet { Names = NetworkNames(active: true, args.Maxnames) });

    /// <inheritdoc/>
    public ValueTask<ConnectListDefinedNetworksRet> ConnectListDefinedNetworksAsync(
        ClientCall call, ConnectListDefinedNetworksArgs args) =>
        new(new ConnectListDefinedNetworksRet { Names = NetworkNames(active: false, args.Maxnames) });

    /// <inheritdoc/>
    public ValueTask<ConnectListAllNetworksRet> ConnectListAllNetworksAsync(
        ClientCall call, ConnectListAllNetworksArgs args)
    {
        FlagCheck.Only(args.Flags, NetworkFilter.Known, "networkConnectListAllNetworks");
        var filter = new NetworkFilter(args.Flags);
        var found = Networks.Networks.All
            .Select(network => network.Current)
            .Where(filter.Matches)
            .Select(now => now.Wire)
            .ToArray();
        return new(new ConnectListAllNetworksRet
        {
            Nets = args.NeedResults != 0 ? found : [],
            Ret = (uint)found.Length,
        });
    }

    /// <inheritdoc/>
    public ValueTask<ConnectNetworkEventRegisterAnyRet> ConnectNetworkEventRegisterAnyAsync(
        ClientCall call, ConnectNetworkEventRegisterAnyArgs args)
    {
        Networks.Events.CheckKind(args.EventID);
        VirUuid? only = args.Net is { } network ? Networks.Find(network.Uuid, network.Name).Uuid : null;
        var receiver = SessionEvents.Of(call.Client, Networks.Events);
        return new(new ConnectNetworkEventRegisterAnyRet
        {
            CallbackID = Networks.Events.Subscribe(receiver, args.EventID, only),
        });
    }

    /// <inheritdoc/>
    public ValueTask ConnectNetworkEventDeregisterAnyAsync(ClientCall call, ConnectNetworkEventDeregisterAnyArgs args)
    {
        Networks.Events.Unsubscribe(SessionEvents.Of(call.Client, Networks.Events), args.CallbackID);
        return default;
    }

    private string[] NetworkNames(bool active, int limit) =>
    [
        .. Networks.Networks.All
            .Select(network => network.Current)
            .Where(now => now.IsActive == active)
            .Select(now => now.Name)
            .Take(limit),
    ];
}
