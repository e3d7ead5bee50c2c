using System.Runtime.InteropServices;
using Lodge.Protocol.Errors;

namespace Lodge.Client.Rpc;

/// <content>Packets go out whole and in order: while one waits for room, those behind it wait for it.</content>
internal sealed partial class RpcChannel
{
    private readonly Lock _sending = new();
    private Task _lastSend = Task.CompletedTask;

    private ValueTask SendAsync(
        ReadOnlyMemory<byte> packet, IReadOnlyList<SafeHandle> files, CancellationToken cancellationToken)
    {
        var sending = EnqueueAsync(packet, files, cancellationToken);
        return sending.IsCompletedSuccessfully ? default : CloseIfUnsentAsync(sending);
    }

    /// <summary>
    /// A packet that cannot be sent is the end of the connection: what comes behind it would make no sense.
    /// </summary>
    private async ValueTask CloseIfUnsentAsync(ValueTask sending)
    {
        try
        {
            await sending.ConfigureAwait(false);
        }
        catch (Exception error) when (error is not (OperationCanceledException or VirException))
        {
            Close(EndOf($"Cannot write data: {error.Message}"));
            throw _fault!;
        }
    }

    private ValueTask EnqueueAsync(
        ReadOnlyMemory<byte> packet, IReadOnlyList<SafeHandle> files, CancellationToken cancellationToken)
    {
        lock (_sending)
        {
            if (_lastSend.IsCompleted)
            {
                var sending = _transport.SendAsync(packet, files, CancellationToken.None);
                if (sending.IsCompleted)
                {
                    return sending;
                }

                _lastSend = sending.AsTask();
            }
            else
            {
                _lastSend = SendAfterAsync(_lastSend, packet, files);
            }

            return new ValueTask(_lastSend.WaitAsync(cancellationToken));
        }
    }

    private async Task SendAfterAsync(Task before, ReadOnlyMemory<byte> packet, IReadOnlyList<SafeHandle> files)
    {
        await before.ConfigureAwait(false);
        await _transport.SendAsync(packet, files, CancellationToken.None).ConfigureAwait(false);
    }
}
