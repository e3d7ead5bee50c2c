using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport.InMemory;

/// <summary>
/// Two ends in one process, for tests: no socket, no system call, and the same order of bytes and files.
/// </summary>
public sealed class InMemoryTransport : ClientTransport
{
    private readonly InMemoryPipe _incoming;
    private readonly InMemoryPipe _outgoing;

    private InMemoryTransport(InMemoryPipe incoming, InMemoryPipe outgoing)
    {
        _incoming = incoming;
        _outgoing = outgoing;
    }

    /// <inheritdoc/>
    public override bool CarriesFiles => true;

    /// <inheritdoc/>
    public override bool IsSecure => true;

    /// <summary>Makes two ends that are connected to each other.</summary>
    public static (InMemoryTransport First, InMemoryTransport Second) CreatePair()
    {
        var there = new InMemoryPipe();
        var back = new InMemoryPipe();
        return (new InMemoryTransport(back, there), new InMemoryTransport(there, back));
    }

    /// <inheritdoc/>
    public override int Receive(Memory<byte> buffer)
    {
        while (true)
        {
            var count = _incoming.Read(buffer.Span, ReceivedFiles, out var ready);
            if (count >= 0)
            {
                return count;
            }

            ready.Wait();
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            var count = _incoming.Read(buffer.Span, ReceivedFiles, out var ready);
            if (count >= 0)
            {
                return count;
            }

            await ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override ValueTask SendAsync(
        ReadOnlyMemory<byte> packet, IReadOnlyList<SafeHandle> files, CancellationToken cancellationToken)
    {
        try
        {
            if (!packet.IsEmpty)
            {
                _outgoing.Write(packet.Span);
            }

            foreach (var file in files)
            {
                _outgoing.Write([0], Duplicate(file));
            }

            return default;
        }
        catch (IOException error)
        {
            return ValueTask.FromException(error);
        }
    }

    /// <inheritdoc/>
    public override void Shutdown()
    {
        _outgoing.End();
        _incoming.End();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Shutdown();
        }

        base.Dispose(disposing);
    }

    private static SafeFileHandle Duplicate(SafeHandle file) => Unix.Native.UnixSocket.Duplicate(file);
}
