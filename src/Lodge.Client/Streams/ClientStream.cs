using System.Threading.Channels;
using Lodge.Client.Rpc;
using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Rpc;
using Lodge.Protocol.Xdr;

namespace Lodge.Client;

/// <summary>
/// A stream of bytes that a call has opened: a console, a screenshot, a volume's content. (<c>virStreamPtr</c>)
/// </summary>
/// <remarks>
/// One reader and one writer at a time. It is ended by <see cref="FinishAsync"/> or <see cref="AbortAsync"/>; being
/// disposed of is an abort.
/// </remarks>
public sealed partial class ClientStream : IAsyncDisposable
{
    private readonly IClientChannel _channel;
    private readonly Channel<StreamItem> _incoming = Channel.CreateUnbounded<StreamItem>();
    private readonly TaskCompletionSource _confirmed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Receiver _receiver;
    private ReadOnlyMemory<byte> _rest;
    private RpcCall? _call;
    private bool _isClosed;
    private long _zeros;

    internal ClientStream(IClientChannel channel)
    {
        _channel = channel;
        _receiver = new Receiver(this);
        channel.ReadInBackground();
    }

    /// <summary>What the opening call is sent with.</summary>
    internal IRpcStream Incoming => _receiver;

    /// <summary>Takes the next data, hole or end.</summary>
    /// <exception cref="VirException">The server ended the stream with an error, or the connection is gone.</exception>
    public async ValueTask<StreamItem> ReceiveAsync(CancellationToken cancellationToken = default)
    {
        if (!_rest.IsEmpty)
        {
            var rest = _rest;
            _rest = default;
            return new(StreamItemKind.Data, rest, 0);
        }

        try
        {
            var item = await _incoming.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            _receiver.Taken(item.Data.Length);
            return item;
        }
        catch (ChannelClosedException closed)
        {
            return closed.InnerException is { } error ? throw error : default;
        }
    }

    /// <summary>Reads bytes; a hole is read as the zeros it stands for.</summary>
    /// <returns>How many bytes; 0 at the end.</returns>
    /// <exception cref="VirException">The server ended the stream with an error, or the connection is gone.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_zeros == 0)
        {
            var item = await ReceiveAsync(cancellationToken).ConfigureAwait(false);
            if (item.Kind == StreamItemKind.End || buffer.IsEmpty)
            {
                return 0;
            }

            if (item.Kind == StreamItemKind.Data)
            {
                var count = Math.Min(item.Data.Length, buffer.Length);
                item.Data[..count].CopyTo(buffer);
                _rest = item.Data[count..];
                return count;
            }

            _zeros = item.Length;
        }

        var zeros = (int)Math.Min(_zeros, buffer.Length);
        buffer.Span[..zeros].Clear();
        _zeros -= zeros;
        return zeros;
    }

    /// <summary>Sends bytes, in as many packets as they need.</summary>
    /// <exception cref="VirException">The server ended the stream with an error, or the connection is gone.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        while (!bytes.IsEmpty)
        {
            ThrowIfFailed();
            var size = Math.Min(bytes.Length, WireLimits.StreamDataMax);
            var payload = new XdrBuffer();
            bytes.Span[..size].CopyTo(payload.Reserve(size));
            await SendAsync(VirNetMessageType.VIR_NET_STREAM, VirNetMessageStatus.VIR_NET_CONTINUE, payload,
                cancellationToken)
                .ConfigureAwait(false);
            bytes = bytes[size..];
        }
    }

    /// <summary>Sends a hole: so many zero bytes, without sending them. (<c>virStreamSendHole</c>)</summary>
    /// <exception cref="VirException">The server ended the stream with an error, or the connection is gone.</exception>
    public ValueTask WriteHoleAsync(long length, CancellationToken cancellationToken = default)
    {
        ThrowIfFailed();
        var payload = new XdrBuffer();
        var writer = new XdrWriter(payload);
        new VirNetStreamHole { Length = length }.Write(ref writer);
        return SendAsync(
            VirNetMessageType.VIR_NET_STREAM_HOLE, VirNetMessageStatus.VIR_NET_CONTINUE, payload, cancellationToken);
    }

    /// <summary>
    /// Says that all is sent or read, and waits until the server has taken note. (<c>virStreamFinish</c>)
    /// </summary>
    /// <exception cref="VirException">The server ended the stream with an error: what was sent may be lost.</exception>
    public ValueTask FinishAsync(CancellationToken cancellationToken = default) =>
        EndAsync(VirNetMessageStatus.VIR_NET_OK, cancellationToken);

    /// <summary>Gives the stream up, and waits until the server has taken note. (<c>virStreamAbort</c>)</summary>
    public async ValueTask AbortAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await EndAsync(VirNetMessageStatus.VIR_NET_ERROR, cancellationToken).ConfigureAwait(false);
        }
        catch (VirException)
        {
            // The server tells of the abort, or of its own end; both end the stream.
        }
    }

    /// <summary>Aborts the stream if nothing has ended it.</summary>
    public ValueTask DisposeAsync() => _isClosed ? default : AbortAsync();

    internal void Opened(RpcCall call) => _call = call;

    private async ValueTask EndAsync(VirNetMessageStatus status, CancellationToken cancellationToken)
    {
        if (!_isClosed && !_confirmed.Task.IsCompleted)
        {
            _isClosed = true;
            _receiver.Drain();
            await SendAsync(VirNetMessageType.VIR_NET_STREAM, status, new XdrBuffer(),
                cancellationToken).ConfigureAwait(false);
        }

        _isClosed = true;
        await _confirmed.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private ValueTask SendAsync(
        VirNetMessageType type, VirNetMessageStatus status, XdrBuffer payload, CancellationToken cancellationToken)
    {
        var call = _call ?? throw new InvalidOperationException("The call that opens the stream was not sent yet.");
        var header = new MessageHeader(call.Program, 1, call.Procedure, type, call.Serial, status);
        return _channel.SendStreamAsync(header, payload, cancellationToken);
    }

    private void ThrowIfFailed()
    {
        if (_confirmed.Task is { IsFaulted: true, Exception.InnerException: { } error })
        {
            throw error;
        }
    }
}
