using Lodge.Daemon.Server;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class ConnectProcedures
{
    // By name, whether it is a text.
    private static readonly Dictionary<string, bool> IdentityFields = new(StringComparer.Ordinal)
    {
        [VirConstants.VIR_CONNECT_IDENTITY_USER_NAME] = true,
        [VirConstants.VIR_CONNECT_IDENTITY_UNIX_USER_ID] = false,
        [VirConstants.VIR_CONNECT_IDENTITY_GROUP_NAME] = true,
        [VirConstants.VIR_CONNECT_IDENTITY_UNIX_GROUP_ID] = false,
        [VirConstants.VIR_CONNECT_IDENTITY_PROCESS_ID] = false,
        [VirConstants.VIR_CONNECT_IDENTITY_PROCESS_TIME] = false,
        [VirConstants.VIR_CONNECT_IDENTITY_SASL_USER_NAME] = true,
        [VirConstants.VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME] = true,
        [VirConstants.VIR_CONNECT_IDENTITY_SELINUX_CONTEXT] = true,
    };

    /// <inheritdoc/>
    public ValueTask ConnectSetIdentityAsync(ClientCall call, ConnectSetIdentityArgs args)
    {
        foreach (var parameter in args.Params)
        {
            if (!IdentityFields.TryGetValue(parameter.Field, out var isText))
                throw Invalid($"parameter '{parameter.Field}' not supported");
            if (isText == parameter.Value.ToUInt64().HasValue)
                throw Invalid($"invalid type for parameter '{parameter.Field}'");
        }

        // On whose behalf the client speaks from now on; what it may do hangs on the socket it came by.
        call.Client.State<ClientIdentity>().Become(args.Params);
        return default;
    }

    private static VirException Invalid(string detail) =>
        new(VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_NONE, detail);
}
