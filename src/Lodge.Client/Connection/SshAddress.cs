using System.ComponentModel;
using Lodge.Client.Rpc;
using Lodge.Client.Uri;
using Lodge.Protocol.Errors;
using Lodge.Transport;
using Lodge.Transport.Ssh;

namespace Lodge.Client;

/// <summary>A server of another host, through ssh.</summary>
/// <param name="Ssh">How ssh is called.</param>
internal sealed record SshAddress(SshOptions Ssh) : ServerAddress
{
    /// <summary>Reads the parameters of a name.</summary>
    /// <exception cref="VirException">The host is missing, or a parameter is wrong.</exception>
    public static SshAddress Of(ConnectionUri uri, string serverName, bool isSession, ConnectionOptions options)
    {
        var netcat = uri.Parameter("netcat");
        var socket = uri.Parameter("socket");
        var proxy = ProxyOf(uri.Parameter("proxy"), isSession && socket is null, socket is not null
            || netcat is not null);
        if (proxy == SshProxy.Native && netcat is not null)
        {
            throw Invalid("netcat path not valid with native proxy mode");
        }

        return new SshAddress(new SshOptions
        {
            Program = uri.Parameter("command") ?? "ssh",
            Host = uri.Server ?? throw Invalid("URI is missing the server part"),
            User = uri.User,
            Port = uri.Port,
            KeyFile = uri.Parameter("keyfile"),
            NoTerminal = IsSet(uri, "no_tty"),
            NoVerification = IsSet(uri, "no_verify"),
            Proxy = proxy,
            Netcat = netcat ?? "nc",
            Socket = socket ?? (options.ReadOnly ? "/var/run/libvirt/libvirt-sock-ro"
                : "/var/run/libvirt/libvirt-sock"),
            ServerName = serverName,
            ReadOnly = options.ReadOnly,
        })
        {
            ServerName = serverName,
        };
    }

    /// <inheritdoc/>
    public override ValueTask<ClientTransport> ConnectAsync(
        ConnectionOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return new(SshTransport.Start(Ssh));
        }
        catch (Win32Exception error)
        {
            throw RpcFault.Of(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR, $"Cannot start {Ssh.Program}: {error.Message}", error);
        }
    }

    private static SshProxy ProxyOf(string? name, bool needsHelper, bool needsNetcat) => name switch
    {
        null => needsNetcat ? SshProxy.Netcat : needsHelper ? SshProxy.Native : SshProxy.Auto,
        "auto" => SshProxy.Auto,
        "netcat" => SshProxy.Netcat,
        "native" => SshProxy.Native,
        _ => throw Invalid($"Unknown proxy type '{name}'"),
    };

    private static bool IsSet(ConnectionUri uri, string parameter) => uri.Parameter(parameter) is { } value
        && (int.TryParse(value, out var number)
            ? number != 0
            : throw Invalid($"Failed to parse value of URI component {parameter}"));
}
