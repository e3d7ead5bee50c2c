using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport.Server;

/// <summary>The daemon's end of one connection: whole messages in, whole messages out.</summary>
public abstract class ServerConnection
{
    /// <summary>What a message without descriptors carries.</summary>
    protected static readonly SafeFileHandle[] NoFiles = [];

    /// <summary>Who is at the other end.</summary>
    public abstract PeerCredentials Peer { get; }

    /// <summary>The bytes that wait because the peer does not read.</summary>
    public abstract long UnsentBytes { get; }

    /// <summary>Sends a whole message, or queues what the peer does not take yet. Never blocks; messages go out in the
    /// order of the calls.</summary>
    /// <param name="message">The bytes, the length word first; not used after the call.</param>
    /// <param name="files">Descriptors that go with it, at most 32; the connection owns and closes them.</param>
    /// <param name="observer">Told when the message has gone, unless the call itself says so.</param>
    /// <returns>True when all of it is gone already (the observer is not called), false when some waits or the
    /// connection is closed.</returns>
    public abstract bool Send(
        ReadOnlySpan<byte> message, IReadOnlyList<SafeFileHandle>? files, IDeliveryObserver? observer);

    /// <summary>Goes on reading after <see cref="IMessageReceiver.AcceptsMessages"/> was false. Callable from every
    /// thread.</summary>
    public abstract void ResumeReading();

    /// <summary>Closes once all that was sent has gone out. Callable from every thread.</summary>
    public abstract void CloseAfterSending();

    /// <summary>Closes at once, dropping what waits. Callable from every thread; the receiver learns of it
    /// later.</summary>
    /// <param name="reason">Why, for the log.</param>
    public abstract void Abort(string reason);
}
