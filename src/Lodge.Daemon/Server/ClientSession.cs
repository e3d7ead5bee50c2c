using System.Diagnostics.CodeAnalysis;
using Lodge.Daemon.Logging;
using Lodge.Transport.Server;

namespace Lodge.Daemon.Server;

/// <summary>One client, from its first byte to its last.</summary>
/// <remarks>
/// Messages arrive on the thread of the client's socket loop; replies, events and stream data leave from any thread, in
/// the order
/// in which they were sent. Nothing here waits for the client.
/// </remarks>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "Without a timer the source holds nothing to free, and late calls may still ask it.")]
internal sealed partial class ClientSession : IMessageReceiver
{
    private readonly RpcServer _server;
    private readonly ServerConnection _connection;
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _gate = new();
    private List<object>? _states;
    private bool _closed;

    internal ClientSession(RpcServer server, ServerConnection connection, ulong id, bool isReadOnly)
    {
        _server = server;
        _connection = connection;
        Id = id;
        IsReadOnly = isReadOnly;
        Since = DateTimeOffset.UtcNow;
        Closed = _closing.Token;
        _lastReceived = Environment.TickCount64;
    }

    /// <summary>Its number among the clients of its server, never used twice.</summary>
    public ulong Id { get; }

    /// <summary>Who connected, as the kernel says.</summary>
    public PeerCredentials Peer => _connection.Peer;

    /// <summary>Whether it may only look.</summary>
    public bool IsReadOnly { get; private set; }

    /// <summary>When it connected.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>The name its connection was opened with (<c>qemu:///system</c>); null before.</summary>
    public string? Uri { get; private set; }

    /// <summary>Cancelled when the client is gone; what was registered runs on the pool.</summary>
    public CancellationToken Closed { get; }

    /// <summary>Whether the client made a sensible call already; before, it counts as unauthenticated.</summary>
    public bool IsAuthenticated { get; private set; }

    /// <summary>The server it is a client of.</summary>
    internal RpcServer Server => _server;

    /// <summary>What one part of the daemon remembers about the client; made when first asked for.</summary>
    /// <typeparam name="T">The part's own type.</typeparam>
    public T State<T>()
        where T : class, new()
    {
        lock (_gate)
        {
            _states ??= [];
            foreach (var state in _states)
            {
                if (state is T found)
                {
                    return found;
                }
            }

            var made = new T();
            _states.Add(made);
            return made;
        }
    }

    /// <summary>Opens the connection under a name.</summary>
    /// <param name="uri">The name.</param>
    /// <param name="readOnly">Whether the client asked only to look; a client of the read-only socket only looks in any
    /// case.</param>
    public void Open(string uri, bool readOnly)
    {
        Uri = uri;
        IsReadOnly |= readOnly;
    }

    /// <summary>Lets the client go once it has all that was sent to it.</summary>
    public void CloseAfterReply() => _closeAfterReply = true;

    /// <summary>Lets the client go now, without blame.</summary>
    public void Close() => _connection.CloseAfterSending();

    /// <summary>Drops the client.</summary>
    /// <param name="reason">Why, for the log.</param>
    public void Drop(string reason) => _connection.Abort(reason);

    void IMessageReceiver.ConnectionClosed(string? reason)
    {
        ServerStream[] streams;
        lock (_gate)
        {
            _closed = true;
            streams = _streams is null ? [] : [.. _streams];
        }

        if (reason is not null)
        {
            Log.Warning($"Client {Id} (process {Peer.ProcessId}, user {Peer.UserId}) is dropped: {reason}");
        }

        StopKeepAlive();
        _server.Remove(this);
        foreach (var stream in streams)
        {
            stream.Discard();
        }

        ThreadPool.UnsafeQueueUserWorkItem(
            static session => session.CancelClosing(), this, preferLocal: false);
    }

    private void CancelClosing()
    {
        try
        {
            _closing.Cancel();
        }
        catch (AggregateException failures)
        {
            Log.Error($"Cleaning up after client {Id} failed", failures);
        }
    }
}
