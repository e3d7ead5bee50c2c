using Lodge.Daemon.Config;
using Lodge.Host.Accounts;
using Lodge.Transport.Unix.Server;

namespace Lodge.Daemon.Server;

/// <summary>The doors of the daemon: it opens them, or takes those that the service manager opened.</summary>
internal sealed class DaemonSockets : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
    private const UnixFileMode Other = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly List<SocketListener> _listeners = [];
    private readonly List<string> _made = [];

    /// <summary>Opens the doors; nobody is let in before <see cref="Start"/>.</summary>
    /// <param name="paths">Where.</param>
    /// <param name="configuration">Who may knock.</param>
    /// <param name="loops">Who serves the clients.</param>
    /// <param name="main">The server of domains and the rest.</param>
    /// <param name="administration">The server of the daemon's own administration.</param>
    public DaemonSockets(
        DaemonPaths paths,
        DaemonConfiguration configuration,
        IReadOnlyList<SocketLoop> loops,
        RpcServer main,
        RpcServer administration)
    {
        var given = ActivationSockets.Take();
        foreach (var (descriptor, path) in given)
        {
            var name = Path.GetFileName(path);
            var server = name.EndsWith("-admin-sock", StringComparison.Ordinal) ? administration : main;
            Add(loops, descriptor, server, name.EndsWith("-ro", StringComparison.Ordinal));
        }

        if (given.Count > 0)
        {
            return;
        }

        var backlog = main.Limits.QueuedClients;
        var group = paths.IsSession ? null : FindGroup(configuration.SocketGroup);
        var usual = group is null ? Owner : Owner | Group;
        Open(paths.ReadWriteSocket, configuration.ReadWriteMode ?? usual, group, main, false);
        Open(paths.AdminSocket, configuration.AdministrationMode ?? Owner, null, administration, false);

        // Others cannot look into a user's own daemon: libvirtd has no read-only socket there either.
        if (!paths.IsSession)
        {
            Open(paths.ReadOnlySocket, configuration.ReadOnlyMode ?? (Owner | Group | Other), null, main, true);
        }

        void Open(string path, UnixFileMode mode, uint? owner, RpcServer server, bool isReadOnly)
        {
            Add(loops, UnixSocketAddress.Listen(path, mode, owner, backlog), server, isReadOnly);
            _made.Add(path);
        }
    }

    /// <summary>Lets clients in.</summary>
    public void Start() => _listeners.ForEach(listener => listener.Start());

    /// <summary>Lets nobody in any more, and removes the sockets that the daemon made.</summary>
    public void Dispose()
    {
        _listeners.ForEach(listener => listener.Dispose());
        _listeners.Clear();
        _made.ForEach(File.Delete);
        _made.Clear();
    }

    private static uint? FindGroup(string? name) => name is null
        ? AccountNames.GroupNumber("libvirt")
        : AccountNames.GroupNumber(name)
            ?? throw new DaemonStartException(
                $"There is no group '{name}' (unix_sock_group); make it, or name another.");

    private void Add(IReadOnlyList<SocketLoop> loops, int descriptor, RpcServer server, bool isReadOnly)
    {
        var listener = new SocketListener(loops, descriptor, new ServerService(server, isReadOnly));
        server.OnRoom(listener.Start);
        _listeners.Add(listener);
    }
}
