using System.Threading.Tasks.Sources;
using Lodge.Transport.Server;

namespace Lodge.Daemon.Server;

internal sealed partial class ServerStream
{
    private readonly DeliveryWait _delivery = new();

    /// <summary>Sends data, in messages of at most <see cref="LargestChunk"/> bytes; returns when the client's side
    /// took it. One writer at a time.</summary>
    /// <param name="data">The bytes; an empty block sends nothing.</param>
    /// <exception cref="OperationCanceledException">The stream is over.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data)
    {
        while (data.Length > 0)
        {
            var chunk = data[..Math.Min(data.Length, LargestChunk)];
            await SendAsync(chunk, null);
            data = data[chunk.Length..];
        }
    }

    /// <summary>Tells the client to skip bytes that are zero.</summary>
    /// <param name="length">How many.</param>
    /// <exception cref="InvalidOperationException">The client does not understand holes.</exception>
    /// <exception cref="OperationCanceledException">The stream is over.</exception>
    public ValueTask WriteHoleAsync(long length)
    {
        if (!AllowsHoles)
        {
            throw new InvalidOperationException("The client did not ask for holes in this stream.");
        }

        return SendAsync(default, length);
    }

    /// <summary>Tells the client that there is no more data; it answers with a finish.</summary>
    /// <exception cref="OperationCanceledException">The stream is over.</exception>
    public ValueTask WriteEndAsync() => SendAsync(default, null);

    private async ValueTask SendAsync(ReadOnlyMemory<byte> data, long? hole)
    {
        await _opened.Task;
        ValueTask wait;
        lock (_gate)
        {
            if (_state == StreamState.Closed)
            {
                throw new OperationCanceledException(Closed);
            }

            wait = _delivery.Begin();
            var gone = hole is { } length
                ? _session.SendStreamHole(_key, length, _delivery)
                : _session.SendStreamData(_key, data.Span, _delivery);
            if (gone)
            {
                _delivery.MessageDelivered(true);
            }
        }

        await wait;
    }

    /// <summary>One wait for one message, used again and again.</summary>
    private sealed class DeliveryWait : IDeliveryObserver, IValueTaskSource
    {
        private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };

        public ValueTask Begin()
        {
            _core.Reset();
            return new ValueTask(this, _core.Version);
        }

        public void MessageDelivered(bool delivered) => _core.SetResult(delivered);

        public void GetResult(short token)
        {
            if (!_core.GetResult(token))
            {
                throw new OperationCanceledException("The client is gone.");
            }
        }

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(
            Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);
    }
}
