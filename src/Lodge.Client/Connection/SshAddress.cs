using Lodge.Client.Uri;
using Lodge.Protocol.Errors;
using Lodge.Transport;

namespace Lodge.Client;

/// <summary>A server of another host, through ssh.</summary>
internal sealed record SshAddress(ConnectionUri Uri, bool IsSession) : ServerAddress
{
    public static SshAddress Of(ConnectionUri uri, bool isSession, ConnectionOptions options) => new(uri, isSession);

    /// <inheritdoc/>
    public override ValueTask<ClientTransport> ConnectAsync(ConnectionOptions options, CancellationToken cancellationToken) =>
        throw new VirException(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_REMOTE, "ssh");
}
