using Lodge.Protocol;
using Lodge.Protocol.Net;
using System.Threading.Channels;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;

namespace Lodge.Daemon.Server;

/// <summary>A stream that a call opened: the daemon's end.</summary>
/// <remarks>
/// <para>Nothing leaves before the reply of its call. Writing waits until the client took what was written before; what
/// the client
/// writes counts as its calls in flight until it is read, so that neither side can fill the other's memory.</para>
/// <para>On a stream <see cref="StreamDirection.Read"/> the session answers the client's finish and abort; on the
/// others, an abort is
/// answered and told by <see cref="ReadAsync"/>, and a finish is told once all data before it was read.</para>
/// <para>Source: libvirt, <c>docs/kbase/internals/rpc.rst</c>, "Data streams".</para>
/// </remarks>
internal sealed partial class ServerStream : IDisposable
{
    /// <summary>The most data that one message carries, as libvirt's daemon has it.</summary>
    public const int LargestChunk = WireLimits.StreamDataMax;

    private readonly ClientSession _session;
    private readonly StreamKey _key;
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<StreamMessage> _received =
        Channel.CreateUnbounded<StreamMessage>(new() { SingleReader = false, SingleWriter = true });

    private StreamState _state;
    private StreamMessage _lent;
    private Action? _atEnd;

    internal ServerStream(ClientSession session, in StreamKey key, StreamDirection direction, bool allowsHoles)
    {
        _session = session;
        _key = key;
        Direction = direction;
        AllowsHoles = allowsHoles;
        Closed = _closing.Token;
    }

    private enum StreamState
    {
        BeforeReply,
        Open,
        FinishAsked,
        Closed,
    }

    /// <summary>Which way data flows.</summary>
    public StreamDirection Direction { get; }

    /// <summary>Whether the client said that it understands holes (<c>VIR_DOMAIN_…_SPARSE_STREAM</c> and the
    /// like).</summary>
    public bool AllowsHoles { get; }

    /// <summary>Cancelled when the stream is over: confirmed, failed, aborted, or the client is gone.</summary>
    public CancellationToken Closed { get; }

    internal StreamKey Key => _key;

    /// <summary>Has something given back when the stream is over, before the client hears of it: what the client asks
    /// for next finds it free.</summary>
    /// <param name="atEnd">Called once; may run on the socket loop, and throws nothing.</param>
    public void ReleaseAtEnd(Action atEnd)
    {
        lock (_gate)
        {
            if (_state != StreamState.Closed)
            {
                _atEnd = atEnd;
                return;
            }
        }

        atEnd();
    }

    /// <summary>Ends the stream if it is still there: confirms a finish that was asked for, else tells the client that
    /// it broke.</summary>
    public void Dispose()
    {
        bool asked;
        lock (_gate)
        {
            asked = _state == StreamState.FinishAsked;
        }

        if (asked)
        {
            Confirm();
        }
        else
        {
            Fail(new VirError
            {
                Code = VirErrorNumber.VIR_ERR_RPC,
                Domain = VirErrorDomain.VIR_FROM_STREAMS,
                Message = "stream had unexpected termination",
            });
        }
    }

    /// <summary>Tells the client that all it wrote was taken (<c>virStreamFinish</c> then returns), and ends the
    /// stream.</summary>
    public void Confirm() => Close(
        static (stream, _) => stream._session.SendStreamStatus(stream._key, VirNetMessageStatus.VIR_NET_OK), null);

    /// <summary>Tells the client that the stream broke, and ends it; does nothing on one that is over.</summary>
    /// <param name="error">What the client sees.</param>
    public void Fail(VirError error)
    {
        if (!_opened.Task.IsCompleted)
        {
            _ = FailOnceOpenAsync(error);
            return;
        }

        Close(static (stream, cause) => stream._session.SendStreamError(stream._key, (VirError)cause!), error);
    }

    /// <summary>The call was answered: data may flow.</summary>
    internal void Open()
    {
        lock (_gate)
        {
            if (_state == StreamState.BeforeReply)
            {
                _state = StreamState.Open;
            }
        }

        _opened.TrySetResult();
    }

    /// <summary>The call failed, or the client is gone: nothing more is sent.</summary>
    internal void Discard()
    {
        Close(null, null);
        _opened.TrySetResult();
    }

    private async Task FailOnceOpenAsync(VirError error)
    {
        await _opened.Task;
        Fail(error);
    }

    private void Close(Action<ServerStream, object?>? farewell, object? argument)
    {
        lock (_gate)
        {
            if (_state == StreamState.Closed)
            {
                return;
            }

            _state = StreamState.Closed;
            _atEnd?.Invoke();
            farewell?.Invoke(this, argument);
            _received.Writer.TryComplete();
            ReleaseReceived();
        }

        _session.RemoveStream(this);

        // Those who wait run on the pool: the caller may be the socket loop.
        ThreadPool.UnsafeQueueUserWorkItem(static source => source.Cancel(), _closing, preferLocal: false);
    }
}
