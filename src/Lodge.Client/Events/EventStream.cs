using System.Threading.Channels;
using Lodge.Protocol.Errors;

namespace Lodge.Client;

/// <summary>Events of one subscription, in their order. Being disposed of ends the subscription.</summary>
/// <typeparam name="T">The kind of event.</typeparam>
public sealed class EventStream<T> : IAsyncEnumerable<T>, IAsyncDisposable, IEventSink
    where T : class
{
    private readonly Channel<T> _events = Channel.CreateUnbounded<T>(new() { SingleReader = true });
    private readonly EventFamily _family;
    private readonly Func<EventPacket, T?> _read;
    private readonly Func<int, ValueTask> _deregister;
    private readonly EventRouter _router;
    private int? _callback;

    internal EventStream(
        EventFamily family, Func<EventPacket, T?> read, Func<int, ValueTask> deregister, EventRouter router)
    {
        _family = family;
        _read = read;
        _deregister = deregister;
        _router = router;
    }

    /// <summary>Takes the next event, or null when the connection has ended.</summary>
    public async ValueTask<T?> NextAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await _events.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            return null;
        }
    }

    /// <summary>Takes each event until the connection ends.</summary>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        _events.Reader.ReadAllAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>Ends the subscription.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_callback is { } callback)
        {
            _callback = null;
            _router.Remove(_family, callback);
            _events.Writer.TryComplete();
            try
            {
                await _deregister(callback).ConfigureAwait(false);
            }
            catch (VirException)
            {
                // The connection has ended, and every subscription with it.
            }
        }
    }

    void IEventSink.Added(int callback) => _callback = callback;

    void IEventSink.Take(in EventPacket packet)
    {
        if (_read(packet) is { } known)
        {
            _events.Writer.TryWrite(known);
        }
    }

    void IEventSink.Complete() => _events.Writer.TryComplete();
}
