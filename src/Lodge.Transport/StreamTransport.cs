using System.Runtime.InteropServices;

namespace Lodge.Transport;

/// <summary>
/// Any pair of streams: what a program reads and writes, or one encrypted stream twice. It carries no files.
/// </summary>
/// <param name="incoming">What the server sends.</param>
/// <param name="outgoing">What the server gets.</param>
/// <param name="isSecure">Whether nobody on the way can listen.</param>
public class StreamTransport(Stream incoming, Stream outgoing, bool isSecure) : ClientTransport
{
    /// <inheritdoc/>
    public override bool IsSecure => isSecure;

    /// <inheritdoc/>
    public override int Receive(Memory<byte> buffer)
    {
        try
        {
            return incoming.Read(buffer.Span);
        }
        catch (ObjectDisposedException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await incoming.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectDisposedException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">There are files to send.</exception>
    public override async ValueTask SendAsync(
        ReadOnlyMemory<byte> packet, IReadOnlyList<SafeHandle> files, CancellationToken cancellationToken)
    {
        if (files.Count > 0)
        {
            throw new NotSupportedException("Files cannot be sent over this transport.");
        }

        try
        {
            await outgoing.WriteAsync(packet, cancellationToken).ConfigureAwait(false);
            await outgoing.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectDisposedException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public override void Shutdown()
    {
        outgoing.Dispose();
        incoming.Dispose();
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
}
