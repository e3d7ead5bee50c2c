using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Channels;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp.Events;

namespace Lodge.Qemu.Qmp;

/// <summary>
/// QEMU's monitor. Any number of commands may be under way; answers and events come without holding a thread. A QEMU
/// that is slow, mute, dead or hostile harms only the calls on its own monitor, which can be cancelled, and which all
/// fail with one reason when the monitor ends.
/// </summary>
/// <remarks>Source: QEMU's QMP specification. Typed commands are extension methods in
/// <c>Lodge.Qemu.Qmp.Commands</c>.</remarks>
public sealed partial class QmpClient : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = QmpLimits.MaxDepth };

    private readonly JsonLineConnection _connection;
    private readonly Lock _lock = new();
    private readonly Dictionary<long, PendingCall> _pending = [];
    private readonly SemaphoreSlim _oneFile = new(1, 1);
    private readonly Channel<QmpEvent> _events = Channel.CreateBounded<QmpEvent>(
        new BoundedChannelOptions(QmpLimits.MaxUnreadEvents) { SingleWriter = true });
    private readonly TaskCompletionSource<QmpGreeting> _ready = NewSource<QmpGreeting>();
    private readonly TaskCompletionSource<VirException> _closed = NewSource<VirException>();
    private QmpGreeting? _greeting;
    private VirException? _reason;
    private long _lastId;

    private QmpClient(Socket socket)
    {
        _connection = new JsonLineConnection(socket, new Receiver(this), QmpLimits.MaxLine, corked: true);
        _ready.Task.ContinueWith(
            static failed => _ = failed.Exception, TaskContinuationOptions.OnlyOnFaulted);
    }

    /// <summary>Is shown each event as QEMU sent it, before it is read; valid only during the call.</summary>
    public Action<System.Text.Json.JsonElement>? EventSink { get; set; }

    /// <summary>
    /// Completes when QEMU has greeted and takes commands; fails with the reason where it never does.
    /// </summary>
    public Task<QmpGreeting> Ready => _ready.Task;

    /// <summary>Completes, never fails, with the reason when the monitor ends.</summary>
    public Task<VirException> Closed => _closed.Task;

    /// <summary>
    /// What QEMU tells on its own, in order. It completes when the monitor ends, after the last event.
    /// </summary>
    public ChannelReader<QmpEvent> Events => _events.Reader;

    /// <summary>Speaks over a connected socket, which is closed with this. Commands may be queued at once.</summary>
    public static QmpClient Over(Socket socket)
    {
        var client = new QmpClient(socket);
        client._connection.Start();
        return client;
    }

    /// <summary>Connects to a monitor's socket. <see cref="Ready"/> tells when QEMU answers.</summary>
    /// <exception cref="VirException">Nobody listens there (VIR_ERR_INTERNAL_ERROR), or the path is too
    /// long.</exception>
    public static QmpClient Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            // A unix socket either connects at once or not at all, so nothing waits here.
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return Over(socket);
        }
        catch (Exception cause) when (cause is SocketException or ArgumentException)
        {
            socket.Dispose();
            throw QmpErrors.Internal($"failed to connect to monitor socket '{path}': {cause.Message}", cause);
        }
    }

    /// <summary>Ends the monitor; waiting calls fail.</summary>
    public void Dispose() => _connection.Dispose();

    private static TaskCompletionSource<T> NewSource<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
