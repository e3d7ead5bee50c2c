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
    public ValueTask<ServerGetClientLimitsRet> ServerGetClientLimitsAsync(
        ClientCall call, ServerGetClientLimitsArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "adminServerGetClientLimits");
        var server = Find(args.Srv.Name);
        return new(new ServerGetClientLimitsRet
        {
            Params =
            [
                TypedParameter.Of(VirConstants.VIR_SERVER_CLIENTS_MAX, (uint)server.Limits.Clients),
                TypedParameter.Of(VirConstants.VIR_SERVER_CLIENTS_CURRENT, (uint)server.ClientCount),
                TypedParameter.Of(
                    VirConstants.VIR_SERVER_CLIENTS_UNAUTH_MAX, (uint)server.Limits.UnauthenticatedClients),
                TypedParameter.Of(VirConstants.VIR_SERVER_CLIENTS_UNAUTH_CURRENT, (uint)server.UnauthenticatedCount),
            ],
        });
    }

    /// <inheritdoc/>
    public ValueTask ServerSetClientLimitsAsync(ClientCall call, ServerSetClientLimitsArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "adminServerSetClientLimits");
        var server = Find(args.Srv.Name);
        var (clients, unauthenticated) = (server.Limits.Clients, server.Limits.UnauthenticatedClients);
        foreach (var parameter in args.Params)
        {
            switch (parameter.Field)
            {
                case VirConstants.VIR_SERVER_CLIENTS_MAX:
                    clients = Number(parameter);
                    break;
                case VirConstants.VIR_SERVER_CLIENTS_UNAUTH_MAX:
                    unauthenticated = Number(parameter);
                    break;
                default:
                    throw new VirException(
                        VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED,
                        VirErrorDomain.VIR_FROM_NONE,
                        $"parameter '{parameter.Field}' not supported");
            }
        }

        if (clients < unauthenticated)
        {
            throw Wrong(
                "The overall maximum number of clients waiting for authentication "
                + "must not be less than the overall maximum number of clients");
        }

        server.Limits.Clients = clients;
        server.Limits.UnauthenticatedClients = unauthenticated;
        server.LimitsChanged();
        return default;
    }

    private static int Number(TypedParameter parameter)
    {
        if (parameter.Value.Type != VirTypedParameterType.VIR_TYPED_PARAM_UINT)
        {
            throw Wrong($"invalid type for parameter '{parameter.Field}', expected 'uint'");
        }

        return (int)Math.Min(parameter.Value.AsUInt32(), int.MaxValue);
    }

    private static VirException Wrong(string detail) =>
        new(VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_RPC, detail);
}
