using System.Net;
using System.Net.Sockets;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Network;

/// <summary>
/// TCP ports that guests' displays listen on. A port is handed out once until it is released, and only if nothing
/// else on
/// the host listens on it. Safe for use by many threads.
/// </summary>
public sealed class PortPool
{
    private readonly Lock _lock = new();
    private readonly HashSet<int> _taken = [];
    private readonly string _name;
    private readonly int _first;
    private readonly int _last;

    /// <summary>A pool over a range.</summary>
    /// <param name="name">What the range is for, named in errors.</param>
    /// <param name="first">The lowest port.</param>
    /// <param name="last">The highest port.</param>
    public PortPool(string name, int first, int last)
    {
        _name = name;
        _first = first;
        _last = last;
    }

    /// <summary>Takes the lowest port that is free.</summary>
    /// <exception cref="VirException">None is free (<c>VIR_ERR_OPERATION_FAILED</c>).</exception>
    public int Acquire()
    {
        lock (_lock)
        {
            for (var port = _first; port <= _last; port++)
            {
                if (_taken.Contains(port) || !IsFree(port)) continue;
                _taken.Add(port);
                return port;
            }
        }

        throw new VirException(
            VirErrorNumber.VIR_ERR_OPERATION_FAILED,
            VirErrorDomain.VIR_FROM_NONE,
            $"Unable to find an unused port in range '{_name}' ({_first}-{_last})");
    }

    /// <summary>Takes a port that a person chose; whether QEMU gets it shows when it starts.</summary>
    /// <returns>Whether the port was not taken by another guest.</returns>
    public bool Reserve(int port)
    {
        lock (_lock)
        {
            return _taken.Add(port);
        }
    }

    /// <summary>Gives a port back.</summary>
    public void Release(int port)
    {
        lock (_lock)
        {
            _taken.Remove(port);
        }
    }

    private static bool IsFree(int port) =>
        CanListen(AddressFamily.InterNetwork, IPAddress.Any, port)
        && (!Socket.OSSupportsIPv6 || CanListen(AddressFamily.InterNetworkV6, IPAddress.IPv6Any, port));

    private static bool CanListen(AddressFamily family, IPAddress address, int port)
    {
        try
        {
            using var socket = new Socket(family, SocketType.Stream, ProtocolType.Tcp);
            if (family == AddressFamily.InterNetworkV6) socket.DualMode = false;
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(1);
            return true;
        }
        catch (SocketException failure) when (failure.SocketErrorCode
            is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
        catch (SocketException) when (family == AddressFamily.InterNetworkV6)
        {
            // Without IPv6 addresses on the host, nothing can hold the port there.
            return true;
        }
    }
}
