namespace Lodge.Cli.Virsh.Sessions;

/// <content>The connection.</content>
internal sealed partial class Shell
{
    private const int UsualKeepaliveInterval = 5;
    private const int UsualKeepaliveCount = 6;

    private LibvirtConnection? _connection;
    private bool _readOnly;

    /// <summary>The connection to the hypervisor; the runner made it before the command started.</summary>
    internal LibvirtConnection Connection =>
        _connection ?? throw new InvalidOperationException("an offline command asked for the connection");

    /// <summary>The connection serves reads only, as the prompt shows.</summary>
    internal bool IsReadOnly => _readOnly || (_connection is null && Options.ReadOnly);

    /// <summary>The connection was lost; the next command makes a new one.</summary>
    internal bool IsDisconnected { get; set; }

    /// <summary>Connects if there is no connection yet or it was lost.</summary>
    /// <exception cref="CommandFailure">The hypervisor cannot be reached.</exception>
    internal async Task EnsureConnectedAsync()
    {
        if (_connection is null || IsDisconnected)
        {
            await ConnectAsync(null, Options.ReadOnly || _readOnly, announce: true);
        }

        if (!_connection!.IsAlive)
        {
            throw new CommandFailure("no valid connection");
        }
    }

    /// <summary>Connects, in place of the connection there was.</summary>
    /// <param name="uri">Where to; null for where it went before, or the usual place.</param>
    /// <param name="readOnly">Reads only.</param>
    /// <param name="announce">Says so when this replaces a connection.</param>
    internal async Task ConnectAsync(string? uri, bool readOnly, bool announce)
    {
        var again = _connection is not null;
        await DisconnectAsync();
        try
        {
            var options = new ConnectionOptions { ReadOnly = readOnly, ReadsInline = !IsWatched };
            _connection = await LibvirtConnection.OpenAsync(uri ?? Options.Uri, options);
            await WatchAsync(_connection);
        }
        catch (VirException reason)
        {
            throw new CommandFailure(
                IsDisconnected
                    ? "Failed to reconnect to the hypervisor"
                    : "failed to connect to the hypervisor",
                reason);
        }

        _readOnly = readOnly;
        Options.Uri = uri ?? Options.Uri;
        IsDisconnected = false;
        if (again && announce)
        {
            Error("Reconnected to the hypervisor");
        }
    }

    /// <summary>
    /// A command that runs and ends reads its answers itself, which starts no threads. Only a session that stays
    /// open, or a user who asks for it, has the connection watched.
    /// </summary>
    private bool IsWatched =>
        IsInteractive || Options.KeepaliveInterval is not null || Options.KeepaliveCount is not null;

    private async Task WatchAsync(LibvirtConnection connection)
    {
        var interval = Options.KeepaliveInterval ?? UsualKeepaliveInterval;
        if (interval == 0 || !IsWatched)
        {
            return;
        }

        var count = Options.KeepaliveCount ?? UsualKeepaliveCount;
        var isForced = Options.KeepaliveInterval is not null || Options.KeepaliveCount is not null;
        if (!await connection.SetKeepAliveAsync(TimeSpan.FromSeconds(interval), count) && isForced)
        {
            await connection.DisposeAsync();
            throw new CommandFailure(
                "Cannot setup keepalive on connection as requested, disconnecting\n"
                + "error: failed to connect to the hypervisor");
        }
    }

    private async Task DisconnectAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }
}
