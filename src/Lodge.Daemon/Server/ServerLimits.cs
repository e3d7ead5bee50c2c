namespace Lodge.Daemon.Server;

/// <summary>What one server allows its clients; libvirtd's own figures.</summary>
/// <remarks>Source: libvirt, <c>libvirtd.conf</c>. The administration socket may change some while the daemon
/// runs.</remarks>
internal sealed class ServerLimits
{
    /// <summary>The most clients at once (<c>max_clients</c>).</summary>
    public int Clients { get; set; } = 5000;

    /// <summary>The most clients that have said nothing sensible yet (<c>max_anonymous_clients</c>); 0 for no
    /// limit.</summary>
    public int UnauthenticatedClients { get; set; } = 20;

    /// <summary>The most peers that wait to be accepted (<c>max_queued_clients</c>).</summary>
    public int QueuedClients { get; init; } = 1000;

    /// <summary>The most calls of one client at once; it is not read until one of them is answered
    /// (<c>max_client_requests</c>).</summary>
    public int RequestsPerClient { get; set; } = 5;

    /// <summary>The time between two questions whether a silent client lives (<c>keepalive_interval</c>).</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The questions a client may leave open (<c>keepalive_count</c>).</summary>
    public int KeepAliveCount { get; set; } = 5;

    /// <summary>The time a new client has for its first call.</summary>
    public TimeSpan FirstCallDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The same while others wait because too many clients have said nothing.</summary>
    public TimeSpan CrowdedFirstCallDeadline { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The bytes of events that may wait for a client that does not read; past them it is dropped.</summary>
    public long UnsentEventBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Takes over what may change while clients are there.</summary>
    /// <param name="other">The limits from now on.</param>
    public void Become(ServerLimits other)
    {
        Clients = other.Clients;
        UnauthenticatedClients = other.UnauthenticatedClients;
        RequestsPerClient = other.RequestsPerClient;
        KeepAliveInterval = other.KeepAliveInterval;
        KeepAliveCount = other.KeepAliveCount;
    }
}
