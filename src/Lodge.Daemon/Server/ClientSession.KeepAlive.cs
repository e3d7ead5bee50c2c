using System.Buffers.Binary;
using Lodge.Protocol;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;

namespace Lodge.Daemon.Server;

internal sealed partial class ClientSession
{
    private Timer? _keepAlive;
    private long _lastReceived;
    private int _openQuestions;

    /// <summary>Begins to ask a silent client whether it lives; only a client that knows the keepalive program is
    /// asked.</summary>
    public void StartKeepAlive()
    {
        var interval = _server.Limits.KeepAliveInterval;
        if (interval <= TimeSpan.Zero)
        {
            return;
        }

        lock (_gate)
        {
            if (!_closed)
            {
                _keepAlive ??= new Timer(
                    static session => ((ClientSession)session!).AskWhetherAlive(), this, interval, interval);
            }
        }
    }

    private void StopKeepAlive()
    {
        lock (_gate)
        {
            _keepAlive?.Dispose();
        }
    }

    private void AskWhetherAlive()
    {
        var limits = _server.Limits;
        if (Environment.TickCount64 - Volatile.Read(ref _lastReceived) < limits.KeepAliveInterval.TotalMilliseconds)
        {
            return;
        }

        if (Interlocked.Increment(ref _openQuestions) > limits.KeepAliveCount)
        {
            Drop("connection closed due to keepalive timeout");
            return;
        }

        SendKeepAlive(KeepaliveProcedure.KEEPALIVE_PROC_PING);
    }

    private bool TakeKeepAlive(in MessageHeader header)
    {
        if (header.Program != KeepaliveProcedures.Program
            || header.Version != KeepaliveProcedures.Version
            || header.Type != VirNetMessageType.VIR_NET_MESSAGE)
        {
            return false;
        }

        if (header.Procedure == (int)KeepaliveProcedure.KEEPALIVE_PROC_PING)
        {
            SendKeepAlive(KeepaliveProcedure.KEEPALIVE_PROC_PONG);
        }

        return true;
    }

    private void SendKeepAlive(KeepaliveProcedure procedure)
    {
        Span<byte> message = stackalloc byte[WireLimits.PacketMin];
        WriteHeader(message, new MessageHeader(
            KeepaliveProcedures.Program,
            KeepaliveProcedures.Version,
            (int)procedure,
            VirNetMessageType.VIR_NET_MESSAGE,
            0,
            VirNetMessageStatus.VIR_NET_OK));
        _connection.Send(message, null, null);
    }

    private static void WriteHeader(Span<byte> message, in MessageHeader header)
    {
        BinaryPrimitives.WriteUInt32BigEndian(message, (uint)message.Length);
        header.Write(message[WireLimits.LengthSize..]);
    }
}
