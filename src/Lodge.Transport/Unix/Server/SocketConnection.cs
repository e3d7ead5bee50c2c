using System.Runtime.InteropServices;
using Lodge.Transport.Server;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport.Unix.Server;

/// <summary>A connected unix socket on a <see cref="SocketLoop"/>.</summary>
internal sealed unsafe partial class SocketConnection : ServerConnection, ILoopTarget
{
    private readonly SocketLoop _loop;
    private readonly int _descriptor;
    private readonly Lock _gate = new();
    private IMessageReceiver? _receiver;
    private long _token;
    private uint _interest;
    private bool _closed;
    private string? _abortReason;

    internal SocketConnection(SocketLoop loop, int descriptor)
    {
        _loop = loop;
        _descriptor = descriptor;
        Peer = ReadPeer(descriptor);
    }

    public override PeerCredentials Peer { get; }

    public override void CloseAfterSending()
    {
        lock (_gate)
        {
            _closeWhenSent = true;
            if (_waiting is null)
            {
                ShutDown();
            }
        }
    }

    public override void Abort(string reason)
    {
        lock (_gate)
        {
            _abortReason ??= reason;
            ShutDown();
        }
    }

    void ILoopTarget.Ready(uint events)
    {
        if ((events & SocketCalls.EpollOut) != 0)
        {
            SendWaiting();
        }

        if ((events & SocketCalls.EpollIn) != 0 && !_paused && !Receive())
        {
            return;
        }

        if ((events & (SocketCalls.EpollHangUp | SocketCalls.EpollError)) != 0)
        {
            Close(null);
        }
    }

    void ILoopTarget.Failed(Exception failure) => Close($"serving it failed: {failure}");

    void ILoopTarget.Posted()
    {
        if (!_closed && _token == 0)
        {
            _interest = SocketCalls.EpollIn;
            _token = _loop.Add(_descriptor, this, _interest);
        }
        else if (!_closed)
        {
            GoOnReading();
        }
    }

    internal void Start(IMessageReceiver receiver)
    {
        _receiver = receiver;
        _loop.Post(this);
    }

    /// <summary>Closes a connection that was never started.</summary>
    internal void Refuse()
    {
        _closed = true;
        _ = SocketCalls.Close(_descriptor);
    }

    private static PeerCredentials ReadPeer(int descriptor)
    {
        var values = stackalloc uint[3];
        uint length = 12;
        var result = SocketCalls.GetOption(
            descriptor, SocketCalls.SocketLevel, SocketCalls.PeerCredentialsOption, values, &length);

        // A peer the kernel cannot name is nobody (the overflow identity), never root.
        return result == 0 && length == 12
            ? new PeerCredentials((int)values[0], values[1], values[2])
            : new PeerCredentials(0, 65534, 65534);
    }

    // The kernel then reports a hang-up to the loop, which closes: a descriptor is closed on its loop's thread alone.
    private void ShutDown()
    {
        if (!_closed)
        {
            _ = SocketCalls.Shutdown(_descriptor, SocketCalls.ShutdownBoth);
        }
    }

    private void SetInterest(uint wanted)
    {
        if (wanted != _interest && !_closed && _token != 0)
        {
            _interest = wanted;
            _loop.Change(_descriptor, _token, wanted);
        }
    }

    private void Close(string? reason)
    {
        Queue<WaitingMessage>? dropped;
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            reason = _abortReason ?? reason;
            dropped = _waiting;
            _waiting = null;
            _unsent = 0;
            _loop.Remove(_descriptor, _token);
            _ = SocketCalls.Close(_descriptor);
        }

        DropReceived();
        foreach (var message in dropped ?? [])
        {
            message.Drop();
        }

        _receiver!.ConnectionClosed(reason);
    }
}
