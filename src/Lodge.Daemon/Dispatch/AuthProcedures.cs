using Lodge.Daemon.Server;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>How clients prove who they are: the kernel does it for them, and the sockets' modes decide.</summary>
internal sealed class AuthProcedures : IAuthProcedures<ClientCall>
{
    private static readonly AuthListRet None = new() { Types = [AuthType.REMOTE_AUTH_NONE] };

    /// <inheritdoc/>
    public ValueTask<AuthListRet> AuthListAsync(ClientCall call) => new(None);

    /// <inheritdoc/>
    public ValueTask<AuthPolkitRet> AuthPolkitAsync(ClientCall call) => throw NotOffered("PolicyKit");

    /// <inheritdoc/>
    public ValueTask<AuthSaslInitRet> AuthSaslInitAsync(ClientCall call) => throw NotOffered("SASL");

    /// <inheritdoc/>
    public ValueTask<AuthSaslStartRet> AuthSaslStartAsync(ClientCall call, AuthSaslStartArgs args) =>
        throw NotOffered("SASL");

    /// <inheritdoc/>
    public ValueTask<AuthSaslStepRet> AuthSaslStepAsync(ClientCall call, AuthSaslStepArgs args) =>
        throw NotOffered("SASL");

    private static VirException NotOffered(string method) => new(
        VirErrorNumber.VIR_ERR_AUTH_FAILED,
        VirErrorDomain.VIR_FROM_RPC,
        $"client tried invalid {method} init request");
}
