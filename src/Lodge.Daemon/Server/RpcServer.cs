using System.Collections.Concurrent;
using Lodge.Transport.Server;

namespace Lodge.Daemon.Server;

/// <summary>Clients of one kind, the programs they may call, and the limits they share (libvirt's
/// <c>virNetServer</c>).</summary>
internal sealed class RpcServer : IDisposable
{
    private readonly IReadOnlyList<IServerProgram> _programs;
    private readonly ConcurrentDictionary<ulong, ClientSession> _clients = new();
    private readonly FirstCallWatch _firstCalls;
    private readonly List<Action> _resumeAccepting = [];
    private int _count;
    private int _unauthenticated;
    private ulong _lastId;

    internal RpcServer(string name, ServerLimits limits, IReadOnlyList<IServerProgram> programs)
    {
        Name = name;
        Limits = limits;
        _programs = programs;
        _firstCalls = new FirstCallWatch(limits);
    }

    /// <summary>A client is gone.</summary>
    public event Action? ClientLeft;

    /// <summary>Its name, as the administration socket shows it.</summary>
    public string Name { get; }

    /// <summary>What its clients may do.</summary>
    public ServerLimits Limits { get; }

    /// <summary>How many clients there are.</summary>
    public int ClientCount => Volatile.Read(ref _count);

    /// <summary>How many of them have made no sensible call yet.</summary>
    public int UnauthenticatedCount => Volatile.Read(ref _unauthenticated);

    /// <summary>Whether one more client is let in.</summary>
    public bool HasRoom => ClientCount < Limits.Clients
        && (Limits.UnauthenticatedClients == 0 || UnauthenticatedCount < Limits.UnauthenticatedClients);

    /// <summary>All clients, in the order in which they came.</summary>
    public IReadOnlyList<ClientSession> Clients => [.. _clients.Values.OrderBy(client => client.Id)];

    /// <inheritdoc/>
    public void Dispose() => _firstCalls.Dispose();

    /// <summary>The client of a number; null when there is none.</summary>
    public ClientSession? FindClient(ulong id) => _clients.GetValueOrDefault(id);

    /// <summary>Lets a peer in.</summary>
    /// <param name="connection">Its connection.</param>
    /// <param name="readOnly">Whether it may only look.</param>
    public ClientSession Accept(ServerConnection connection, bool readOnly)
    {
        var session = new ClientSession(this, connection, Interlocked.Increment(ref _lastId), readOnly);
        Interlocked.Increment(ref _count);
        Interlocked.Increment(ref _unauthenticated);
        _clients[session.Id] = session;
        _firstCalls.Add(session);
        if (!HasRoom)
        {
            _firstCalls.Crowded();
        }

        return session;
    }

    /// <summary>Names what starts a listener again that stopped for want of room.</summary>
    public void OnRoom(Action resume) => _resumeAccepting.Add(resume);

    /// <summary>Lets listeners look again whether there is room, after a limit was raised or a client left.</summary>
    public void LimitsChanged()
    {
        if (HasRoom)
        {
            foreach (var resume in _resumeAccepting)
            {
                resume();
            }
        }
    }

    internal IServerProgram? FindProgram(uint number, uint version)
    {
        foreach (var program in _programs)
        {
            if (program.Number == number && program.Version == version)
            {
                return program;
            }
        }

        return null;
    }

    internal void Authenticated(ClientSession session)
    {
        _firstCalls.Remove(session);
        Interlocked.Decrement(ref _unauthenticated);
        LimitsChanged();
    }

    internal void Remove(ClientSession session)
    {
        if (!_clients.TryRemove(session.Id, out _))
        {
            return;
        }

        if (!session.IsAuthenticated)
        {
            _firstCalls.Remove(session);
            Interlocked.Decrement(ref _unauthenticated);
        }

        Interlocked.Decrement(ref _count);
        LimitsChanged();
        ClientLeft?.Invoke();
    }
}
