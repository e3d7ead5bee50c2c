using Lodge.Daemon.Domains;
using Lodge.Daemon.Events;
using Lodge.Daemon.Secrets;
using Lodge.Daemon.Server;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using static Lodge.Protocol.Constants.VirConnectListAllSecretsFlags;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class ConnectProcedures
{
    private const VirConnectListAllSecretsFlags ByLifetime =
        VIR_CONNECT_LIST_SECRETS_EPHEMERAL | VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL;

    private const VirConnectListAllSecretsFlags ByPrivacy =
        VIR_CONNECT_LIST_SECRETS_PRIVATE | VIR_CONNECT_LIST_SECRETS_NO_PRIVATE;

    /// <summary>Has the secrets.</summary>
    public required SecretDriver Secrets { get; init; }

    /// <inheritdoc/>
    public ValueTask<ConnectNumOfSecretsRet> ConnectNumOfSecretsAsync(ClientCall call) =>
        new(new ConnectNumOfSecretsRet { Num = Secrets.All.Count });

    /// <inheritdoc/>
    public ValueTask<ConnectListSecretsRet> ConnectListSecretsAsync(ClientCall call, ConnectListSecretsArgs args) =>
        new(new ConnectListSecretsRet
        {
            Uuids = [.. Secrets.All.Select(secret => secret.Definition.Uuid.ToString()).Take(args.Maxuuids)],
        });

    /// <inheritdoc/>
    public ValueTask<ConnectListAllSecretsRet> ConnectListAllSecretsAsync(
        ClientCall call, ConnectListAllSecretsArgs args)
    {
        FlagCheck.Only(args.Flags, (uint)(ByLifetime | ByPrivacy), "secretConnectListAllSecrets");
        var flags = (VirConnectListAllSecretsFlags)args.Flags;
        var found = Secrets.All.Where(secret => Matches(secret, flags)).Select(secret => secret.Wire).ToArray();
        return new(new ConnectListAllSecretsRet
        {
            Secrets = args.NeedResults != 0 ? found : [],
            Ret = (uint)found.Length,
        });
    }

    /// <inheritdoc/>
    public ValueTask<ConnectSecretEventRegisterAnyRet> ConnectSecretEventRegisterAnyAsync(
        ClientCall call, ConnectSecretEventRegisterAnyArgs args)
    {
        Secrets.Events.CheckKind(args.EventID);
        VirUuid? only = args.Secret is { } secret ? Secrets.Find(secret.Uuid).Definition.Uuid : null;
        var receiver = SessionEvents.Of(call.Client, Secrets.Events);
        return new(new ConnectSecretEventRegisterAnyRet
        {
            CallbackID = Secrets.Events.Subscribe(receiver, args.EventID, only),
        });
    }

    /// <inheritdoc/>
    public ValueTask ConnectSecretEventDeregisterAnyAsync(ClientCall call, ConnectSecretEventDeregisterAnyArgs args)
    {
        Secrets.Events.Unsubscribe(SessionEvents.Of(call.Client, Secrets.Events), args.CallbackID);
        return default;
    }

    private static bool Matches(StoredSecret secret, VirConnectListAllSecretsFlags flags)
    {
        var lifetime = secret.Definition.IsEphemeral
            ? VIR_CONNECT_LIST_SECRETS_EPHEMERAL
            : VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL;
        var privacy = secret.Definition.IsPrivate
            ? VIR_CONNECT_LIST_SECRETS_PRIVATE
            : VIR_CONNECT_LIST_SECRETS_NO_PRIVATE;
        return ((flags & ByLifetime) == 0 || flags.HasFlag(lifetime))
            && ((flags & ByPrivacy) == 0 || flags.HasFlag(privacy));
    }
}
