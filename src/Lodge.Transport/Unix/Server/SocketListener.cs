using Lodge.Transport.Server;

namespace Lodge.Transport.Unix.Server;

/// <summary>Accepts the peers of one listening socket, and spreads them over the loops.</summary>
public sealed unsafe class SocketListener : ILoopTarget, IDisposable
{
    private readonly IReadOnlyList<SocketLoop> _loops;
    private readonly int _descriptor;
    private readonly IConnectionAcceptor _acceptor;
    private long _token;
    private int _next;
    private volatile bool _accepting;
    private volatile bool _disposed;

    /// <summary>Prepares to accept; nothing is accepted before <see cref="Start"/>.</summary>
    /// <param name="loops">Who serves the peers; the first accepts them.</param>
    /// <param name="descriptor">The listening socket; the listener closes it.</param>
    /// <param name="acceptor">Who decides.</param>
    public SocketListener(IReadOnlyList<SocketLoop> loops, int descriptor, IConnectionAcceptor acceptor)
    {
        _loops = loops;
        _descriptor = descriptor;
        _acceptor = acceptor;
        const int getFlags = 3, setFlags = 4;
        _ = SocketCalls.Control(
            descriptor, setFlags, SocketCalls.Control(descriptor, getFlags, 0) | SocketCalls.NonBlocking);
    }

    /// <summary>Begins to accept, or goes on after <see cref="IConnectionAcceptor.AcceptsConnections"/> was false.
    /// Callable from every thread.</summary>
    public void Start()
    {
        if (!_accepting)
        {
            _loops[0].Post(this);
        }
    }

    /// <summary>Stops listening; those who wait are refused.</summary>
    public void Dispose()
    {
        _disposed = true;
        _loops[0].Post(this);
    }

    void ILoopTarget.Posted()
    {
        if (_disposed)
        {
            if (_token >= 0)
            {
                _loops[0].Remove(_descriptor, _token);
                _ = SocketCalls.Close(_descriptor);
                _token = -1;
            }

            return;
        }

        if (!_accepting && _acceptor.AcceptsConnections)
        {
            Accept(true);
        }
    }

    void ILoopTarget.Failed(Exception failure) => Accept(false);

    void ILoopTarget.Ready(uint events)
    {
        while (!_disposed)
        {
            if (!_acceptor.AcceptsConnections)
            {
                Accept(false);
                if (!_acceptor.AcceptsConnections)
                {
                    return;
                }

                // Somebody made room before the pause could be seen.
                Accept(true);
            }

            var peer = SocketCalls.Accept(
                _descriptor, null, null, SocketCalls.NonBlocking | SocketCalls.CloseOnExec);
            if (peer < 0)
            {
                PauseWhenOut();
                return;
            }

            var connection = new SocketConnection(_loops[_next++ % _loops.Count], peer);
            if (_acceptor.ConnectionAccepted(connection) is { } receiver)
            {
                connection.Start(receiver);
            }
            else
            {
                connection.Refuse();
            }
        }
    }

    // Out of descriptors or memory: the next peer to leave starts the listener again.
    private void PauseWhenOut()
    {
        const int processLimit = 24, systemLimit = 23, noBuffers = 105, noMemory = 12;
        if (System.Runtime.InteropServices.Marshal.GetLastPInvokeError()
            is processLimit or systemLimit or noBuffers or noMemory)
        {
            Accept(false);
        }
    }

    private void Accept(bool wanted)
    {
        _accepting = wanted;
        if (_token == 0)
        {
            _token = _loops[0].Add(_descriptor, this, SocketCalls.EpollIn);
        }
        else
        {
            _loops[0].Change(_descriptor, _token, wanted ? SocketCalls.EpollIn : 0);
        }
    }
}
