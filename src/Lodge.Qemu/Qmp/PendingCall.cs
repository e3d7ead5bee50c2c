using System.Text.Json;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Qmp;

/// <summary>A command that waits for its answer.</summary>
internal abstract class PendingCall(string command)
{
    public string Command { get; } = command;

    /// <summary>Takes the answer; the element is valid only until this returns.</summary>
    public abstract void Complete(JsonElement result);

    public abstract void Fail(Exception reason);
}

/// <summary>A command that waits for an answer of a known shape.</summary>
internal sealed class PendingCall<T>(string command, Func<JsonElement, T> read) : PendingCall(command)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answer => _answer.Task;

    public override void Complete(JsonElement result)
    {
        try
        {
            _answer.TrySetResult(read(result));
        }
        catch (VirException cause)
        {
            _answer.TrySetException(cause);
        }
        catch (Exception cause) when (cause is InvalidOperationException or KeyNotFoundException or FormatException
            or OverflowException)
        {
            _answer.TrySetException(QmpErrors.UnexpectedReply(Command, cause));
        }
    }

    public override void Fail(Exception reason) => _answer.TrySetException(reason);

    /// <summary>Stops waiting. QEMU still works on the command, and its answer is dropped when it comes.</summary>
    public void Cancel(CancellationToken cancellationToken) => _answer.TrySetCanceled(cancellationToken);
}
