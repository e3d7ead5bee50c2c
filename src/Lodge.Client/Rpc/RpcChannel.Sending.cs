using System.Runtime.InteropServices;

namespace Lodge.Client.Rpc;

/// <content>Packets go out whole and in order: while one waits for room, those behind it wait for it.</content>
internal sealed partial class RpcChannel
{
    private readonly Lock _sending = new();
    private Task _lastSend = Task.CompletedTask;

    private ValueTask SendAsync(
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
