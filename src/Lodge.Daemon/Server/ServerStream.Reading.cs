using Lodge.Protocol;
using Lodge.Protocol.Net;
using System.Buffers;
using Lodge.Protocol.Framing;

namespace Lodge.Daemon.Server;

internal sealed partial class ServerStream
{
    /// <summary>Takes the next thing the client sent. One reader at a time.</summary>
    /// <param name="cancellationToken">Gives up waiting; nothing is lost.</param>
    public async ValueTask<StreamPacket> ReadAsync(CancellationToken cancellationToken = default)
    {
        Release(ref _lent);
        while (await _received.Reader.WaitToReadAsync(cancellationToken))
        {
            lock (_gate)
            {
                if (_state == StreamState.Closed || !_received.Reader.TryRead(out _lent))
                {
                    continue;
                }

                return new StreamPacket(_lent.Kind, _lent.Buffer.AsMemory(0, _lent.Length), _lent.HoleLength);
            }
        }

        return new StreamPacket(StreamPacketKind.Abort, default, 0);
    }

    /// <summary>A message for this stream arrived; called on the socket loop.</summary>
    internal void Received(VirNetMessageStatus status, ReadOnlySpan<byte> data, long? hole)
    {
        if (status == VirNetMessageStatus.VIR_NET_CONTINUE)
        {
            Queue(hole is { } length
                ? new StreamMessage(StreamPacketKind.Hole, null, 0, length)
                : Copy(data));
            return;
        }

        if (status == VirNetMessageStatus.VIR_NET_OK && Direction != StreamDirection.Read)
        {
            lock (_gate)
            {
                if (_state is StreamState.Open or StreamState.BeforeReply)
                {
                    _state = StreamState.FinishAsked;
                }
            }

            Queue(new StreamMessage(StreamPacketKind.Finish, null, 0, 0));
            _received.Writer.TryComplete();
            return;
        }

        Confirm();
        _session.RequestDone();
    }

    private static StreamMessage Copy(ReadOnlySpan<byte> data)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(1, data.Length));
        data.CopyTo(buffer);
        return new StreamMessage(StreamPacketKind.Data, buffer, data.Length, 0);
    }

    private void Queue(StreamMessage message)
    {
        // What nobody will read any more is taken off the client's account at once.
        if (Direction == StreamDirection.Read || !_received.Writer.TryWrite(message))
        {
            Release(ref message);
        }
    }

    private void ReleaseReceived()
    {
        while (_received.Reader.TryRead(out var message))
        {
            Release(ref message);
        }
    }

    private void Release(ref StreamMessage message)
    {
        if (message.Kind == StreamPacketKind.Data && message.Buffer is null)
        {
            return;
        }

        if (message.Buffer is { } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        message = default;
        _session.RequestDone();
    }
}
