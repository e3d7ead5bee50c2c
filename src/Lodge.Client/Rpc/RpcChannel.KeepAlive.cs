using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Xdr;

namespace Lodge.Client.Rpc;

/// <content>
/// Pings both ways (libvirt's keepalive program): a peer that is silent for too long is taken for dead.
/// </content>
internal sealed partial class RpcChannel
{
    private Timer? _pinging;
    private int _unanswered;

    /// <summary>Pings after each silent interval, and ends the connection when so many pings had no answer.</summary>
    /// <param name="interval">How long the server may be silent before a ping.</param>
    /// <param name="count">How many pings may stay without any sign of life.</param>
    public void KeepAlive(TimeSpan interval, int count)
    {
        ReadInBackground();
        var pinging = new Timer(_ => Ping(count), null, interval, interval);
        Interlocked.Exchange(ref _pinging, pinging)?.Dispose();
        _ = Closed.ContinueWith(
            static (_, timer) => ((Timer)timer!).Dispose(), pinging, CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Ping(int count)
    {
        if (Interlocked.Increment(ref _unanswered) > count)
        {
            Close(RpcFault.Of(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "connection closed due to keepalive timeout"));
            return;
        }

        SendKeepAlive(KeepaliveProcedure.KEEPALIVE_PROC_PING);
    }

    private void TakeKeepAlive(in MessageHeader header)
    {
        if (header.Procedure == (int)KeepaliveProcedure.KEEPALIVE_PROC_PING)
        {
            SendKeepAlive(KeepaliveProcedure.KEEPALIVE_PROC_PONG);
        }
    }

    private void SendKeepAlive(KeepaliveProcedure procedure)
    {
        var header = new MessageHeader(
            KeepaliveProcedures.Program, KeepaliveProcedures.Version, (int)procedure,
            VirNetMessageType.VIR_NET_MESSAGE, 0, VirNetMessageStatus.VIR_NET_OK);
        var sending = SendAsync(Packet.Seal(new XdrBuffer(), header), [], CancellationToken.None);

        // A connection that cannot take a ping ends by its reader, or by the pings that stay unanswered.
        _ = sending.AsTask().ContinueWith(
            static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
    }
}
