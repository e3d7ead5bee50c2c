namespace Lodge.Transport.Unix.Server;

/// <summary>Something a <see cref="SocketLoop"/> watches.</summary>
internal interface ILoopTarget
{
    /// <summary>The descriptor is ready; called on the loop's thread, and must not block.</summary>
    /// <param name="events">What it is ready for, as epoll says it.</param>
    void Ready(uint events);

    /// <summary>What was asked for by <see cref="SocketLoop.Post"/>; called on the loop's thread.</summary>
    void Posted();

    /// <summary>One of the two threw, which it never should: the target gives up what it does, and the others go
    /// on.</summary>
    /// <param name="failure">What it threw.</param>
    void Failed(Exception failure);
}
