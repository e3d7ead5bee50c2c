using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Protocol.Admin;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Dispatch;

/// <summary>The daemon's own administration: its servers, their clients and limits.</summary>
/// <param name="servers">The servers of the daemon; may be filled after this was made.</param>
internal sealed partial class AdministrationProcedures(IReadOnlyList<RpcServer> servers) : IAdminProcedures<ClientCall>
{
    /// <inheritdoc/>
    public ValueTask ConnectOpenAsync(ClientCall call, ConnectOpenArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "adminDispatchConnectOpen");
        return default;
    }

    /// <inheritdoc/>
    public ValueTask ConnectCloseAsync(ClientCall call)
    {
        call.Client.CloseAfterReply();
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<ConnectGetLibVersionRet> ConnectGetLibVersionAsync(ClientCall call) =>
        new(new ConnectGetLibVersionRet { LibVer = VirConstants.LIBVIR_VERSION_NUMBER });

    /// <inheritdoc/>
    public ValueTask<ConnectListServersRet> ConnectListServersAsync(ClientCall call, ConnectListServersArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "adminConnectListServers");
        return new(new ConnectListServersRet
        {
            Servers = args.NeedResults == 0 ? [] : [.. servers.Select(Describe)],
            Ret = (uint)servers.Count,
        });
    }

    /// <inheritdoc/>
    public ValueTask<ConnectLookupServerRet> ConnectLookupServerAsync(ClientCall call, ConnectLookupServerArgs args) =>
        new(new ConnectLookupServerRet { Srv = Describe(Find(args.Name)) });

    private static AdminServer Describe(RpcServer server) => new() { Name = server.Name };

    private RpcServer Find(string name) => servers.FirstOrDefault(server => server.Name == name)
        ?? throw new VirException(
            VirErrorNumber.VIR_ERR_NO_SERVER, VirErrorDomain.VIR_FROM_RPC, $"No server named '{name}'");
}
