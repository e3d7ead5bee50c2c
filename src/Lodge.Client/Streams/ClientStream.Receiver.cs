using Lodge.Client.Rpc;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Rpc;
using Lodge.Protocol.Xdr;

namespace Lodge.Client;

/// <content>What comes from the server.</content>
public sealed partial class ClientStream
{
    /// <summary>Takes packets on the reading thread and keeps them until they are read.</summary>
    private sealed class Receiver(ClientStream stream) : IRpcStream
    {
        // More than this waits in the socket, which slows the server down.
        private const long HighWater = 4 << 20;
        private long _kept;
        private volatile bool _isDraining;

        public bool IsFull => Volatile.Read(ref _kept) > HighWater && !_isDraining;

        public void Receive(in MessageHeader header, ReadOnlySpan<byte> payload)
        {
            switch (header.Status)
            {
                case VirNetMessageStatus.VIR_NET_CONTINUE when _isDraining:
                    break;
                case VirNetMessageStatus.VIR_NET_CONTINUE when header.Type == VirNetMessageType.VIR_NET_STREAM_HOLE:
                    var reader = new XdrReader(payload);
                    Keep(new(StreamItemKind.Hole, default, Math.Max(0, VirNetStreamHole.Read(ref reader).Length)));
                    break;
                case VirNetMessageStatus.VIR_NET_CONTINUE when payload.IsEmpty:
                    stream._incoming.Writer.TryComplete();
                    break;
                case VirNetMessageStatus.VIR_NET_CONTINUE:
                    Interlocked.Add(ref _kept, payload.Length);
                    Keep(new(StreamItemKind.Data, payload.ToArray(), 0));
                    break;
                case VirNetMessageStatus.VIR_NET_ERROR:
                    stream._channel.CloseStream(header.Serial);
                    Fail(RpcChannel.ReadError(payload));
                    break;
                default:
                    stream._channel.CloseStream(header.Serial);
                    stream._incoming.Writer.TryComplete();
                    stream._confirmed.TrySetResult();
                    break;
            }
        }

        public void Fail(Exception error)
        {
            stream._incoming.Writer.TryComplete(error);
            stream._confirmed.TrySetException(error);

            // An abandoned stream has nobody to tell.
            _ = stream._confirmed.Task.Exception;
        }

        /// <summary>Tells that data was read.</summary>
        public void Taken(int size)
        {
            if (size > 0 && Interlocked.Add(ref _kept, -size) <= HighWater)
            {
                stream._channel.Resume();
            }
        }

        /// <summary>From now on data are dropped: nobody reads them any more.</summary>
        public void Drain()
        {
            _isDraining = true;
            stream._channel.Resume();
        }

        private void Keep(in StreamItem item) => stream._incoming.Writer.TryWrite(item);
    }
}
