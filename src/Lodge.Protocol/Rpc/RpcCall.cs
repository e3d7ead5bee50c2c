using System.Threading.Tasks.Sources;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Rpc;

/// <summary>One call under way: its arguments, and where its answer goes.</summary>
/// <param name="program">The program that serves it.</param>
/// <param name="procedure">The procedure's number.</param>
public class RpcCall(uint program, int procedure) : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<int> _core = new() { RunContinuationsAsynchronously = true };
    private int _ended;

    /// <summary>The program that serves it.</summary>
    public uint Program { get; } = program;

    /// <summary>The procedure's number.</summary>
    public int Procedure { get; } = procedure;

    /// <summary>The number that its answer carries; the connection sets it.</summary>
    public uint Serial { get; set; }

    /// <summary>The encoded arguments.</summary>
    public XdrBuffer Arguments { get; } = new();

    /// <summary>The files that go with it, if any.</summary>
    public RpcFiles? Files { get; init; }

    /// <summary>The stream that it opens, if any.</summary>
    public IRpcStream? Stream { get; init; }

    /// <summary>The watch on the caller's cancellation; whoever carries the call sets it and ends it.</summary>
    public CancellationTokenRegistration Registration { get; set; }

    /// <summary>Ends with the answer; to be awaited once.</summary>
    public ValueTask Completion => new(this, _core.Version);

    /// <summary>Writes the arguments; what cannot be written ends the call at its sending.</summary>
    public void WriteArguments<T>(in T arguments)
        where T : struct, IXdrEncodable
    {
        var writer = new XdrWriter(Arguments);
        arguments.Write(ref writer);
    }

    /// <summary>Ends the call with its answer.</summary>
    /// <param name="payload">The encoded answer, read before this returns.</param>
    /// <returns>False if it had ended before.</returns>
    public bool Complete(ReadOnlySpan<byte> payload)
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
        {
            return false;
        }

        try
        {
            SetAnswer(payload);
        }
        catch (Exception error)
        {
            SetError(error);
        }

        return true;
    }

    /// <summary>Ends the call with an error.</summary>
    /// <returns>False if it had ended before.</returns>
    public bool Fail(Exception error)
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
        {
            return false;
        }

        SetError(error);
        return true;
    }

    /// <summary>Whether an answer or an error has come.</summary>
    public bool IsEnded => Volatile.Read(ref _ended) != 0;

    /// <inheritdoc/>
    public void GetResult(short token) => _core.GetResult(token);

    /// <inheritdoc/>
    public virtual ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    /// <inheritdoc/>
    public virtual void OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    /// <summary>Reads the answer and gives it to who waits.</summary>
    protected virtual void SetAnswer(ReadOnlySpan<byte> payload) => _core.SetResult(0);

    /// <summary>Gives the error to who waits.</summary>
    protected virtual void SetError(Exception error) => _core.SetException(error);
}
