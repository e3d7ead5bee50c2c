using Lodge.Client.Uri;
using Lodge.Protocol.Errors;
using Lodge.Transport;

namespace Lodge.Client;

/// <summary>Where the server of a connection is, and how it is reached.</summary>
internal abstract record ServerAddress
{
    /// <summary>The server of this host, that is asked what it takes itself for.</summary>
    public static ServerAddress Local { get; } = new UnixAddress(null, IsSession: !Environment.IsPrivilegedProcess);

    /// <summary>What the server is asked to open.</summary>
    public string ServerName { get; init; } = "";

    /// <summary>Finds the server of a name.</summary>
    /// <exception cref="VirException">The way to it is not known here.</exception>
    public static ServerAddress Of(ConnectionUri uri, ConnectionOptions options)
    {
        var transport = uri.TransportName ?? (uri.Server is null ? "unix" : "tls");
        if (transport == "unix" && uri.Server is { } server)
        {
            throw Invalid($"using unix socket and remote server '{server}' is not supported.");
        }

        var isSession = uri.Path is "/session" || (uri.Path.Length == 0 && !Environment.IsPrivilegedProcess);
        var name = uri.Parameter("name") ?? (uri.Driver == "remote" ? "" : uri.ToServerName(IsClientParameter));
        return transport switch
        {
            "unix" => new UnixAddress(uri.Parameter("socket"), isSession) { ServerName = name },
            "ssh" => SshAddress.Of(uri, name, isSession, options),
            "tls" or "tcp" or "ext" or "libssh" or "libssh2" => throw new VirException(
                VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_REMOTE,
                $"transport '{transport}' is not built into this client; use unix or ssh"),
            _ => throw Invalid(
                "remote_open: transport in URL not recognised (should be tls|unix|ssh|ext|tcp|libssh2|libssh)"),
        };
    }

    /// <summary>Connects.</summary>
    /// <exception cref="VirException">Nobody is there, or it is not for this user.</exception>
    public abstract ValueTask<ClientTransport> ConnectAsync(
        ConnectionOptions options, CancellationToken cancellationToken);

    private protected static VirException Invalid(string text) =>
        new(VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_REMOTE, text);

    /// <summary>Whether a parameter is for the client; the server gets the others.</summary>
    private static bool IsClientParameter(string name) => name.ToLowerInvariant() is "name" or "command" or "socket"
        or "auth" or "sshauth" or "netcat" or "keyfile" or "pkipath" or "known_hosts" or "known_hosts_verify"
        or "tls_priority" or "mode" or "proxy" or "no_sanity" or "no_verify" or "no_tty" or "authfile";
}
