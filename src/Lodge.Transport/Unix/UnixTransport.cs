using System.ComponentModel;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Lodge.Transport.Unix.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport.Unix;

/// <summary>A unix stream socket.</summary>
/// <remarks>
/// Blocking use goes straight to libc, so that a short-lived program never pays for .NET's socket engine; that is made
/// with the first wait that is asynchronous.
/// </remarks>
public sealed class UnixTransport : ClientTransport
{
    private readonly SafeFileHandle _handle;
    private readonly byte[] _peeked = new byte[1];
    private Socket? _waiter;

    /// <summary>Takes a connected socket.</summary>
    public UnixTransport(SafeFileHandle socket) => _handle = socket;

    /// <inheritdoc/>
    public override bool CarriesFiles => true;

    /// <inheritdoc/>
    public override bool IsSecure => true;

    /// <summary>Connects to a socket by its path.</summary>
    /// <exception cref="Win32Exception">Nobody listens there, or it is not ours to use.</exception>
    public static UnixTransport Connect(string path) => new(UnixSocket.Connect(path));

    /// <summary>Makes two ends that are connected to each other.</summary>
    public static (UnixTransport First, UnixTransport Second) CreatePair()
    {
        var (first, second) = UnixSocket.CreatePair();
        return (new UnixTransport(first), new UnixTransport(second));
    }

    /// <inheritdoc/>
    public override int Receive(Memory<byte> buffer)
    {
        try
        {
            while (true)
            {
                var received = UnixSocket.Receive(_handle, buffer.Span, ReceivedFiles, waits: true);
                if (received != UnixSocket.WouldBlock)
                {
                    return received;
                }

                UnixSocket.WaitReadable(_handle);
            }
        }
        catch (Win32Exception error)
        {
            throw new IOException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var received = UnixSocket.Receive(_handle, buffer.Span, ReceivedFiles);
                if (received != UnixSocket.WouldBlock)
                {
                    return received;
                }

                // The byte is only looked at: with it a file may come, which Socket would drop.
                await Waiter.ReceiveAsync(_peeked, SocketFlags.Peek, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is Win32Exception or ObjectDisposedException)
        {
            throw new IOException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public override ValueTask SendAsync(
        ReadOnlyMemory<byte> packet, IReadOnlyList<SafeHandle> files, CancellationToken cancellationToken)
    {
        try
        {
            var sent = Math.Max(0, UnixSocket.Send(_handle, packet.Span));
            return sent == packet.Length && files.Count == 0
                ? default
                : SendRestAsync(packet[sent..], files, cancellationToken);
        }
        catch (Exception error) when (error is Win32Exception or ObjectDisposedException)
        {
            return ValueTask.FromException(new IOException(error.Message, error));
        }
    }

    /// <inheritdoc/>
    public override void Shutdown()
    {
        if (!_handle.IsClosed)
        {
            UnixSocket.Shutdown(_handle);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Shutdown();
            _waiter?.Dispose();
            _handle.Dispose();
        }

        base.Dispose(disposing);
    }

    private Socket Waiter
    {
        get
        {
            lock (_peeked)
            {
                return _waiter ??= new Socket(new SafeSocketHandle(_handle.DangerousGetHandle(), ownsHandle: false));
            }
        }
    }

    private async ValueTask SendRestAsync(
        ReadOnlyMemory<byte> rest, IReadOnlyList<SafeHandle> files, CancellationToken cancellationToken)
    {
        try
        {
            if (!rest.IsEmpty)
            {
                await Waiter.SendAsync(rest, SocketFlags.None, cancellationToken).ConfigureAwait(false);
            }

            foreach (var file in files)
            {
                while (UnixSocket.SendFile(_handle, file) == UnixSocket.WouldBlock)
                {
                    UnixSocket.WaitWritable(_handle);
                }
            }
        }
        catch (Win32Exception error)
        {
            throw new IOException(error.Message, error);
        }
    }
}
