using Lodge.Protocol.Framing;

namespace Lodge.Protocol.Rpc;

/// <summary>The client's end of a stream that a call opens.</summary>
public interface IRpcStream
{
    /// <summary>Whether so much waits to be read that the server should wait.</summary>
    bool IsFull { get; }

    /// <summary>Takes one packet of the stream: data, a hole, the end or an error, in the order of arrival.</summary>
    void Receive(in MessageHeader header, ReadOnlySpan<byte> payload);

    /// <summary>Ends the stream: its call was refused, or the connection is gone.</summary>
    void Fail(Exception error);
}
