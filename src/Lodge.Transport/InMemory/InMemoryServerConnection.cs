using System.Runtime.InteropServices;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Transport.Server;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport.InMemory;

/// <summary>The daemon's end of a connection in one process, for tests.</summary>
public sealed class InMemoryServerConnection : ServerConnection, IDisposable
{
    private readonly InMemoryTransport _transport;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _resumed = new(0);
    private string? _reason;

    /// <summary>Takes one of two ends.</summary>
    /// <param name="transport">The end; the connection owns it.</param>
    /// <param name="peer">Who is said to be at the other.</param>
    public InMemoryServerConnection(InMemoryTransport transport, PeerCredentials peer)
    {
        _transport = transport;
        Peer = peer;
    }

    /// <inheritdoc/>
    public override PeerCredentials Peer { get; }

    /// <inheritdoc/>
    public override long UnsentBytes => 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        _transport.Dispose();
        _resumed.Dispose();
    }

    /// <summary>Hands over what comes, until the connection ends.</summary>
    /// <param name="receiver">Who takes it.</param>
    public async Task ServeAsync(IMessageReceiver receiver)
    {
        var assembler = new PacketAssembler();
        try
        {
            while (true)
            {
                await HandOverAsync(assembler, receiver).ConfigureAwait(false);
                var count = await _transport.ReceiveAsync(assembler.GetFreeSpace(), default).ConfigureAwait(false);
                if (count == 0)
                {
                    break;
                }

                assembler.Advance(count);
            }
        }
        catch (Exception broken) when (broken is VirException or IOException)
        {
            _reason ??= broken.Message;
            _transport.Shutdown();
        }

        receiver.ConnectionClosed(_reason);
    }

    /// <inheritdoc/>
    public override bool Send(
        ReadOnlySpan<byte> message, IReadOnlyList<SafeFileHandle>? files, IDeliveryObserver? observer)
    {
        var delivered = true;
        lock (_gate)
        {
            try
            {
                // Memory always takes all of it: the task is over when it returns.
                _transport.SendAsync(message.ToArray(), files is null ? [] : [.. files.Cast<SafeHandle>()], default)
                    .AsTask().GetAwaiter().GetResult();
            }
            catch (IOException)
            {
                delivered = false;
            }
        }

        foreach (var file in files ?? [])
        {
            file.Dispose();
        }

        if (!delivered)
        {
            observer?.MessageDelivered(false);
        }

        return delivered;
    }

    /// <inheritdoc/>
    public override void ResumeReading() => _resumed.Release();

    /// <inheritdoc/>
    public override void CloseAfterSending() => _transport.Shutdown();

    /// <inheritdoc/>
    public override void Abort(string reason)
    {
        _reason ??= reason;
        _transport.Shutdown();
    }

    private async Task HandOverAsync(PacketAssembler assembler, IMessageReceiver receiver)
    {
        while (assembler.TryRead(out var packet))
        {
            while (!receiver.AcceptsMessages)
            {
                await _resumed.WaitAsync().ConfigureAwait(false);
            }

            var files = new SafeFileHandle[packet.FileCount];
            for (var i = 0; i < files.Length; i++)
            {
                files[i] = _transport.ReceivedFiles.Dequeue();
            }

            receiver.MessageReceived(Whole(packet), files);
        }
    }

    private static ReadOnlyMemory<byte> Whole(in IncomingPacket packet)
    {
        var buffer = new Protocol.Xdr.XdrBuffer();
        packet.Payload.Span.CopyTo(buffer.Reserve(packet.Payload.Length));
        return Packet.Seal(buffer, packet.Header, packet.FileCount);
    }
}
