using Lodge.Protocol.Framing;
using Lodge.Protocol.Rpc;
using Lodge.Protocol.Xdr;

namespace Lodge.Client.Rpc;

/// <summary>
/// What a connection needs of what carries its calls: a server far or near, or the hypervisor in memory.
/// </summary>
internal interface IClientChannel : IRpcInvoker, IDisposable
{
    /// <summary>Takes each event: its header and payload, on the reading thread, which it must not hold up.</summary>
    Action<MessageHeader, ReadOnlySpan<byte>>? EventReceived { get; set; }

    /// <summary>Ends with the reason when the connection has ended.</summary>
    Task<Exception> Closed { get; }

    /// <summary>Whether the connection still carries calls.</summary>
    bool IsOpen { get; }

    /// <summary>Whether nobody on the way can listen.</summary>
    bool IsSecure { get; }

    /// <summary>From now on answers and events are read as they come.</summary>
    void ReadInBackground();

    /// <summary>Sends one packet of a stream.</summary>
    ValueTask SendStreamAsync(MessageHeader header, XdrBuffer payload, CancellationToken cancellationToken);

    /// <summary>Forgets a stream that has ended.</summary>
    void CloseStream(uint serial);

    /// <summary>Pings after each silent interval, and ends the connection when so many pings had no answer.</summary>
    void KeepAlive(TimeSpan interval, int count);

    /// <summary>Tells that a stream has room again.</summary>
    void Resume();
}
