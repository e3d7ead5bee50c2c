using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport;

/// <summary>
/// A client's byte stream to a server, with files beside the bytes where the transport can carry them.
/// </summary>
/// <remarks>One receiver and one sender at a time. TLS is one more of these, over the stream of another.</remarks>
public abstract class ClientTransport : IDisposable
{
    /// <summary>Whether files can be sent and received.</summary>
    public virtual bool CarriesFiles => false;

    /// <summary>Whether nobody on the way can read or change the bytes.</summary>
    public abstract bool IsSecure { get; }

    /// <summary>What the other side said of why it ended, if anything (the last words of an ssh).</summary>
    public virtual string? LastWords => null;

    /// <summary>Files that came with the bytes received so far, oldest first.</summary>
    public Queue<SafeFileHandle> ReceivedFiles { get; } = new();

    /// <summary>Receives at least one byte, blocking the thread until one is there.</summary>
    /// <returns>How many bytes; 0 when the other side has ended.</returns>
    /// <exception cref="IOException">The connection is broken.</exception>
    public abstract int Receive(Memory<byte> buffer);

    /// <summary>Receives at least one byte.</summary>
    /// <returns>How many bytes; 0 when the other side has ended.</returns>
    /// <exception cref="IOException">The connection is broken.</exception>
    public abstract ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>
    /// Sends a packet, and behind it each file with a byte of its own; ends at once where the other side has room.
    /// </summary>
    /// <exception cref="IOException">The connection is broken.</exception>
    public abstract ValueTask SendAsync(
        ReadOnlyMemory<byte> packet, IReadOnlyList<SafeHandle> files, CancellationToken cancellationToken);

    /// <summary>Ends both directions; whoever receives sees the end.</summary>
    public abstract void Shutdown();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection and the files nobody took.</summary>
    protected virtual void Dispose(bool disposing)
    {
        while (disposing && ReceivedFiles.TryDequeue(out var file))
        {
            file.Dispose();
        }
    }
}
