namespace Lodge.Daemon.Server;

/// <summary>Stops a daemon that nobody uses: no client, and nothing that runs.</summary>
internal sealed class IdleWatch : IDisposable
{
    private readonly IReadOnlyList<RpcServer> _servers;
    private readonly Func<bool> _isBusy;
    private readonly Action _stop;
    private readonly Timer _timer;
    private TimeSpan _patience;

    /// <summary>Begins to watch.</summary>
    /// <param name="servers">Whose clients count.</param>
    /// <param name="isBusy">Whether something runs that needs the daemon.</param>
    /// <param name="stop">Stops the daemon.</param>
    public IdleWatch(IReadOnlyList<RpcServer> servers, Func<bool> isBusy, Action stop)
    {
        _servers = servers;
        _isBusy = isBusy;
        _stop = stop;
        _timer = new Timer(_ => Look(), null, Timeout.Infinite, Timeout.Infinite);
        foreach (var server in servers)
        {
            server.ClientLeft += Begin;
        }
    }

    /// <summary>Sets how long the daemon may be idle; zero is for ever.</summary>
    public TimeSpan Patience
    {
        get => _patience;
        set
        {
            _patience = value;
            Begin();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    // Each client that leaves starts the time anew, so that it only passes whole when nobody came.
    private void Begin()
    {
        if (_patience > TimeSpan.Zero)
        {
            _timer.Change(_patience, Timeout.InfiniteTimeSpan);
        }
    }

    private void Look()
    {
        if (_isBusy() || _servers.Any(server => server.ClientCount > 0))
        {
            Begin();
        }
        else
        {
            _stop();
        }
    }
}
