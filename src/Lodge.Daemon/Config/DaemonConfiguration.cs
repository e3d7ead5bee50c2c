using Lodge.Daemon.Logging;
using Lodge.Daemon.Server;

namespace Lodge.Daemon.Config;

/// <summary>What the administrator set in <c>lodged.conf</c>; names and defaults are those of
/// <c>libvirtd.conf</c>.</summary>
internal sealed record DaemonConfiguration
{
    /// <summary>Nothing is set.</summary>
    public static DaemonConfiguration Default { get; } = new();

    /// <summary>The group that may use the socket of changes (<c>unix_sock_group</c>); null for <c>libvirt</c>, if
    /// there is one.</summary>
    public string? SocketGroup { get; init; }

    /// <summary>The permissions of the socket of changes (<c>unix_sock_rw_perms</c>); null for what its group
    /// implies.</summary>
    public UnixFileMode? ReadWriteMode { get; init; }

    /// <summary>The permissions of the socket that only looks (<c>unix_sock_ro_perms</c>); null for
    /// everybody.</summary>
    public UnixFileMode? ReadOnlyMode { get; init; }

    /// <summary>The permissions of the administration's socket (<c>unix_sock_admin_perms</c>); null for the owner
    /// alone.</summary>
    public UnixFileMode? AdministrationMode { get; init; }

    /// <summary>The least level of the log (<c>log_level</c>); null for what the command line says.</summary>
    public LogLevel? LogLevel { get; init; }

    /// <summary>What clients may do.</summary>
    public ServerLimits Limits { get; init; } = new();

    /// <summary>Reads the file; one that is not there sets nothing.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="FormatException">A setting is wrong; the text names the file, the line and what it must
    /// be.</exception>
    public static DaemonConfiguration Read(string path)
    {
        var file = ConfigurationFile.Read(path);
        var usual = new ServerLimits();
        return new DaemonConfiguration
        {
            SocketGroup = file.Text("unix_sock_group"),
            ReadWriteMode = file.Mode("unix_sock_rw_perms"),
            ReadOnlyMode = file.Mode("unix_sock_ro_perms"),
            AdministrationMode = file.Mode("unix_sock_admin_perms"),
            LogLevel = (LogLevel?)file.Number("log_level"),
            Limits = new ServerLimits
            {
                Clients = file.Number("max_clients") ?? usual.Clients,
                UnauthenticatedClients = file.Number("max_anonymous_clients") ?? usual.UnauthenticatedClients,
                QueuedClients = file.Number("max_queued_clients") ?? usual.QueuedClients,
                RequestsPerClient = Math.Max(1, file.Number("max_client_requests") ?? usual.RequestsPerClient),
                KeepAliveInterval = Seconds("keepalive_interval") ?? usual.KeepAliveInterval,
                KeepAliveCount = file.Number("keepalive_count") ?? usual.KeepAliveCount,
            },
        };

        TimeSpan? Seconds(string key) => file.Number(key) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }
}
