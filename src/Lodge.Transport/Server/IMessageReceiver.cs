using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport.Server;

/// <summary>Takes what arrives on one connection. All calls come from one thread at a time, and must never
/// block.</summary>
public interface IMessageReceiver
{
    /// <summary>Whether the next message may be handed over; when false, reading stops until
    /// <see cref="ServerConnection.ResumeReading"/>.</summary>
    bool AcceptsMessages { get; }

    /// <summary>A whole message, its length word included.</summary>
    /// <param name="message">The bytes; valid only until the call returns.</param>
    /// <param name="files">The descriptors that came with it; the receiver owns them.</param>
    void MessageReceived(ReadOnlyMemory<byte> message, SafeFileHandle[] files);

    /// <summary>The connection is gone: nothing arrives any more, and what is sent from now on is dropped.</summary>
    /// <param name="reason">Why, when it was not the peer's wish; null when the peer left.</param>
    void ConnectionClosed(string? reason);
}
