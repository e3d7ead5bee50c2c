using Lodge.Daemon.Config;
using Lodge.Host.Accounts;
using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Protocol.Admin;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class AdministrationProcedures
{
    /// <inheritdoc/>
    public ValueTask<ServerListClientsRet> ServerListClientsAsync(ClientCall call, ServerListClientsArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "adminServerListClients");
        var server = Find(args.Srv.Name);
        var clients = server.Clients;
        return new(new ServerListClientsRet
        {
            Clients = args.NeedResults == 0 ? [] : [.. clients.Select(client => Describe(server, client))],
            Ret = (uint)clients.Count,
        });
    }

    /// <inheritdoc/>
    public ValueTask<ServerLookupClientRet> ServerLookupClientAsync(ClientCall call, ServerLookupClientArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "adminServerLookupClient");
        var server = Find(args.Srv.Name);
        return new(new ServerLookupClientRet { Clnt = Describe(server, Find(server, args.Id)) });
    }

    /// <inheritdoc/>
    public ValueTask<ClientGetInfoRet> ClientGetInfoAsync(ClientCall call, ClientGetInfoArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "adminClientGetInfo");
        var client = Find(Find(args.Clnt.Srv.Name), args.Clnt.Id);
        var (process, user, group) = client.Peer;
        List<TypedParameter> info =
        [
            TypedParameter.Of(VirConstants.VIR_CLIENT_INFO_READONLY, client.IsReadOnly),
            TypedParameter.Of(VirConstants.VIR_CLIENT_INFO_UNIX_USER_ID, (int)user),
        ];
        Add(VirConstants.VIR_CLIENT_INFO_UNIX_USER_NAME, AccountNames.User(user));
        info.Add(TypedParameter.Of(VirConstants.VIR_CLIENT_INFO_UNIX_GROUP_ID, (int)group));
        Add(VirConstants.VIR_CLIENT_INFO_UNIX_GROUP_NAME, AccountNames.Group(group));
        info.Add(TypedParameter.Of(VirConstants.VIR_CLIENT_INFO_UNIX_PROCESS_ID, process));
        return new(new ClientGetInfoRet { Params = [.. info] });

        void Add(string field, string? name)
        {
            if (name is not null)
            {
                info.Add(TypedParameter.Of(field, name));
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask ClientCloseAsync(ClientCall call, ClientCloseArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "adminClientClose");
        Find(Find(args.Clnt.Srv.Name), args.Clnt.Id).Close();
        return default;
    }

    private static AdminClient Describe(RpcServer server, ClientSession client) => new()
    {
        Srv = Describe(server),
        Id = client.Id,
        Timestamp = client.Since.ToUnixTimeSeconds(),
        Transport = (uint)VirClientTransport.VIR_CLIENT_TRANS_UNIX,
    };

    private static ClientSession Find(RpcServer server, ulong id) => server.FindClient(id)
        ?? throw new VirException(
            VirErrorNumber.VIR_ERR_NO_CLIENT, VirErrorDomain.VIR_FROM_RPC, $"No client with matching ID '{id}'");
}
