using System.Threading.Tasks.Sources;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Rpc;

/// <summary>One call under way whose answer has a payload.</summary>
/// <param name="program">The program that serves it.</param>
/// <param name="procedure">The procedure's number.</param>
/// <typeparam name="TRet">The answer.</typeparam>
public sealed class RpcCall<TRet>(uint program, int procedure) : RpcCall(program, procedure), IValueTaskSource<TRet>
    where TRet : struct, IXdrMessage<TRet>
{
    private ManualResetValueTaskSourceCore<TRet> _core = new() { RunContinuationsAsynchronously = true };

    /// <summary>Ends with the answer; to be awaited once.</summary>
    public new ValueTask<TRet> Completion => new(this, _core.Version);

    /// <inheritdoc/>
    public new TRet GetResult(short token) => _core.GetResult(token);

    /// <inheritdoc/>
    public override ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    /// <inheritdoc/>
    public override void OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    /// <inheritdoc/>
    protected override void SetAnswer(ReadOnlySpan<byte> payload)
    {
        var reader = new XdrReader(payload);
        _core.SetResult(TRet.Read(ref reader));
    }

    /// <inheritdoc/>
    protected override void SetError(Exception error) => _core.SetException(error);
}
