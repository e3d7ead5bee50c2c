using System.Buffers;
using System.Net.Sockets;
using System.Text.Json;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Agent;

/// <summary>
/// The agent that runs inside a guest, so everything it says is said by the guest. One command at a time; a deadline on
/// each; before the first one, and after each one that failed to answer, both ends agree on where they are.
/// </summary>
/// <remarks>Source: QEMU's guest agent protocol reference. Typed commands are extension methods in
/// <c>Lodge.Qemu.Agent.Commands</c>.</remarks>
public sealed partial class AgentClient : IDisposable
{
    private const int MaxLine = 10 * 1024 * 1024;
    private const int MaxDepth = 64;
    private const byte Delimiter = 0xff;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth };

    private readonly JsonLineConnection _connection;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Waiting? _waiting;
    private bool _isInSync;
    private bool _isClosed;
    private long _lastSync = Environment.TickCount64;

    private AgentClient(Socket socket) =>
        _connection = new JsonLineConnection(socket, new Receiver(this), MaxLine);

    /// <summary>Completes when the channel has ended; never fails.</summary>
    public Task Closed => _closed.Task;

    /// <summary>
    /// How long commands may take where nothing else is said (<c>virDomainAgentSetResponseTimeout</c>).
    /// </summary>
    public AgentTimeout ResponseTimeout { get; set; } = AgentTimeout.Default;

    /// <summary>Speaks over a connected socket, which is closed with this.</summary>
    public static AgentClient Over(Socket socket)
    {
        var client = new AgentClient(socket);
        client._connection.Start();
        return client;
    }

    /// <summary>Connects to the host's end of the channel; that says nothing of whether an agent runs.</summary>
    /// <exception cref="VirException">Nobody listens there.</exception>
    public static AgentClient Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return Over(socket);
        }
        catch (Exception cause) when (cause is SocketException or ArgumentException)
        {
            socket.Dispose();
            throw QmpErrors.Internal($"failed to connect to agent socket '{path}': {cause.Message}", cause);
        }
    }

    /// <summary>Says that the guest closed its end: a command under way fails, and the next one begins anew.</summary>
    public void OnGuestClosed()
    {
        lock (_lock)
        {
            _isInSync = false;
            _waiting?.Answer.TrySetException(AgentErrors.Disappeared());
        }
    }

    /// <summary>Ends the channel.</summary>
    public void Dispose() => _connection.Dispose();

    private void OnLine(ReadOnlyMemory<byte> line)
    {
        // What came before a delimiter is left over from somebody who went away in the middle of a word.
        var start = line.Span.LastIndexOf(Delimiter) + 1;
        Waiting? waiting;
        lock (_lock) waiting = _waiting;
        if (waiting is null || start == line.Length) return;
        try
        {
            using var document = JsonDocument.Parse(line[start..], Strict);
            if (waiting.Take(document.RootElement)) return;
        }
        catch (JsonException cause)
        {
            // Also a guest's noise while the ends look for each other; otherwise the answer is lost.
            if (!waiting.IsSync)
                waiting.Answer.TrySetException(QmpErrors.Internal("Guest agent sent what is no JSON", cause));
        }
    }

    private void OnClosed()
    {
        lock (_lock)
        {
            _isClosed = true;
            _waiting?.Answer.TrySetException(AgentErrors.Disappeared());
        }

        _closed.TrySetResult();
    }

    private sealed class Receiver(AgentClient client) : ILineReceiver
    {
        public void OnLine(ReadOnlyMemory<byte> line) => client.OnLine(line);

        public void OnClosed(Exception? cause) => client.OnClosed();
    }
}
