using System.Buffers.Binary;
using System.Net.Sockets;
using Lodge.Protocol;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Daemon.Tests.Server;

/// <summary>A client that speaks bytes, so that it can say what no library would.</summary>
internal sealed class RawClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private uint _serial;

    public RawClient(string path)
    {
        _socket.Connect(new UnixDomainSocketEndPoint(path));
        _socket.ReceiveTimeout = (int)Patience.TotalMilliseconds;
        _socket.SendTimeout = (int)Patience.TotalMilliseconds;
    }

    public Socket Socket => _socket;

    public void Dispose() => _socket.Dispose();

    public static byte[] Frame(in MessageHeader header, ReadOnlySpan<byte> payload = default)
    {
        var frame = new byte[WireLimits.PacketMin + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        header.Write(frame.AsSpan(WireLimits.LengthSize));
        payload.CopyTo(frame.AsSpan(WireLimits.PacketMin));
        return frame;
    }

    public static byte[] Encode<T>(in T message)
        where T : struct, IXdrEncodable
    {
        var buffer = new XdrBuffer();
        var writer = new XdrWriter(buffer);
        message.Write(ref writer);
        return buffer.Written.ToArray();
    }

    public void Send(byte[] bytes) => _socket.Send(bytes);

    public uint SendCall(int procedure, ReadOnlySpan<byte> payload = default, uint program = RemoteProcedures.Program)
    {
        var serial = ++_serial;
        Send(Frame(new MessageHeader(program, 1, procedure, VirNetMessageType.VIR_NET_CALL, serial, default), payload));
        return serial;
    }

    public RawReply Call(RemoteProcedure procedure, ReadOnlySpan<byte> payload = default)
    {
        SendCall((int)procedure, payload);
        return Receive();
    }

    public RawReply Open(string? name = "qemu:///system", uint flags = 0) =>
        Call(RemoteProcedure.REMOTE_PROC_CONNECT_OPEN, Encode(new ConnectOpenArgs { Name = name, Flags = flags }));

    public RawReply Receive()
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(ReceiveExactly(4));
        var rest = ReceiveExactly(length - 4);
        return new RawReply(MessageHeader.Read(rest), rest[WireLimits.HeaderSize..]);
    }

    public byte[] ReceiveExactly(int count)
    {
        var bytes = new byte[count];
        for (var got = 0; got < count;)
        {
            var more = _socket.Receive(bytes.AsSpan(got));
            if (more == 0)
            {
                throw new EndOfStreamException();
            }

            got += more;
        }

        return bytes;
    }

    /// <summary>Waits until the daemon hangs up, dropping what it still says.</summary>
    public void ExpectHangUp()
    {
        var bytes = new byte[4096];
        try
        {
            while (_socket.Receive(bytes) > 0)
            {
            }
        }
        catch (SocketException failure) when (failure.SocketErrorCode == SocketError.ConnectionReset)
        {
            // Hung up with unread bytes of ours: as good as an end.
        }
    }
}

/// <summary>A message that came back.</summary>
internal sealed record RawReply(MessageHeader Header, byte[] Payload)
{
    public VirNetMessageError Error
    {
        get
        {
            Assert.Equal(VirNetMessageStatus.VIR_NET_ERROR, Header.Status);
            return Decode<VirNetMessageError>();
        }
    }

    public T Decode<T>()
        where T : struct, IXdrMessage<T>
    {
        var reader = new XdrReader(Payload);
        return T.Read(ref reader);
    }

    public RawReply Ok()
    {
        if (Header.Status == VirNetMessageStatus.VIR_NET_ERROR)
        {
            Assert.Fail(Error.Message);
        }

        return this;
    }
}
