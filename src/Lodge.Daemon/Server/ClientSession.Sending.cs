using Lodge.Protocol;
using Lodge.Protocol.Net;
using System.Buffers;
using System.Buffers.Binary;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.QemuProgram;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;
using Lodge.Transport.Server;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Server;

internal sealed partial class ClientSession : IDeliveryObserver
{
    [ThreadStatic]
    private static XdrBuffer? _scratch;

    private volatile bool _closeAfterReply;

    private static XdrBuffer Scratch => _scratch ??= new XdrBuffer();

    /// <summary>Tells the client of an event. Events leave in the order of the calls; a client that lets too many wait
    /// is dropped.</summary>
    /// <typeparam name="TMessage">The event's own message.</typeparam>
    /// <param name="procedure">Which event.</param>
    /// <param name="message">What it says.</param>
    public void SendEvent<TMessage>(RemoteProcedure procedure, in TMessage message)
        where TMessage : struct, IXdrEncodable =>
        SendEvent(RemoteProcedures.Program, RemoteProcedures.Version, (int)procedure, message);

    /// <summary>Tells the client of an event of the QEMU program.</summary>
    /// <typeparam name="TMessage">The event's own message.</typeparam>
    /// <param name="procedure">Which event.</param>
    /// <param name="message">What it says.</param>
    public void SendEvent<TMessage>(QemuProcedure procedure, in TMessage message)
        where TMessage : struct, IXdrEncodable =>
        SendEvent(QemuProcedures.Program, QemuProcedures.Version, (int)procedure, message);

    void IDeliveryObserver.MessageDelivered(bool delivered) => RequestDone();

    internal void SendReply(in MessageHeader call, XdrBuffer reply, IReadOnlyList<SafeFileHandle>? files)
    {
        var header = call with
        {
            Type = VirNetMessageType.VIR_NET_REPLY,
            Status = VirNetMessageStatus.VIR_NET_OK,
        };
        SendLast(Packet.Seal(reply, header, files?.Count ?? 0).Span, files);
    }

    internal void SendError(in MessageHeader call, VirError error)
    {
        var header = call with
        {
            Type = VirNetMessageType.VIR_NET_REPLY,
            Status = VirNetMessageStatus.VIR_NET_ERROR,
        };
        SendLast(SealError(header, error).Span, null);
    }

    internal bool SendStreamData(in StreamKey key, ReadOnlySpan<byte> data, IDeliveryObserver observer)
    {
        var length = WireLimits.PacketMin + data.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        var message = rented.AsSpan(0, length);
        WriteHeader(message, Header(key, VirNetMessageType.VIR_NET_STREAM, VirNetMessageStatus.VIR_NET_CONTINUE));
        data.CopyTo(message[WireLimits.PacketMin..]);
        var gone = _connection.Send(message, null, observer);
        ArrayPool<byte>.Shared.Return(rented);
        return gone;
    }

    internal bool SendStreamHole(in StreamKey key, long length, IDeliveryObserver observer)
    {
        Span<byte> message = stackalloc byte[WireLimits.PacketMin + 12];
        WriteHeader(message, Header(key, VirNetMessageType.VIR_NET_STREAM_HOLE, VirNetMessageStatus.VIR_NET_CONTINUE));
        BinaryPrimitives.WriteInt64BigEndian(message[WireLimits.PacketMin..], length);
        message[^4..].Clear();
        return _connection.Send(message, null, observer);
    }

    internal void SendStreamStatus(in StreamKey key, VirNetMessageStatus status)
    {
        Span<byte> message = stackalloc byte[WireLimits.PacketMin];
        WriteHeader(message, Header(key, VirNetMessageType.VIR_NET_STREAM, status));
        _connection.Send(message, null, null);
    }

    internal void SendStreamError(in StreamKey key, VirError error)
    {
        var header = Header(key, VirNetMessageType.VIR_NET_STREAM, VirNetMessageStatus.VIR_NET_ERROR);
        _connection.Send(SealError(header, error).Span, null, null);
    }

    private static MessageHeader Header(in StreamKey key, VirNetMessageType type, VirNetMessageStatus status) =>
        new(key.Program, key.Version, key.Procedure, type, key.Serial, status);

    private static ReadOnlyMemory<byte> SealError(in MessageHeader header, VirError error)
    {
        var buffer = Scratch;
        buffer.Clear();
        var writer = new XdrWriter(buffer);
        ErrorMessage.From(error).Write(ref writer);
        return Packet.Seal(buffer, header, 0);
    }

    private void SendLast(ReadOnlySpan<byte> message, IReadOnlyList<SafeFileHandle>? files)
    {
        var gone = _connection.Send(message, files, this);
        if (_closeAfterReply)
        {
            _connection.CloseAfterSending();
        }

        if (gone)
        {
            RequestDone();
        }
    }

    private void SendEvent<TMessage>(uint program, uint version, int procedure, in TMessage message)
        where TMessage : struct, IXdrEncodable
    {
        if (_connection.UnsentBytes > _server.Limits.UnsentEventBytes)
        {
            Drop("it does not read its events");
            return;
        }

        var buffer = Scratch;
        buffer.Clear();
        var writer = new XdrWriter(buffer);
        message.Write(ref writer);
        var header = new MessageHeader(
            program, version, procedure, VirNetMessageType.VIR_NET_MESSAGE, 0, VirNetMessageStatus.VIR_NET_OK);
        _connection.Send(Packet.Seal(buffer, header, 0).Span, null, null);
        buffer.Clear();
    }
}
