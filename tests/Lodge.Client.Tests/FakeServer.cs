using System.Runtime.InteropServices;
using System.Threading.Channels;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;
using Lodge.Transport;
using Lodge.Transport.InMemory;

namespace Lodge.Client.Tests;

/// <summary>
/// A server that does what its test says: it keeps each packet until the test takes it, and sends what the test
/// wants.
/// </summary>
internal sealed class FakeServer : IDisposable
{
    private readonly Channel<Received> _packets = Channel.CreateUnbounded<Received>();
    private readonly ClientTransport _transport;

    private FakeServer(ClientTransport transport)
    {
        _transport = transport;
        _ = ReadAsync();
    }

    /// <summary>Opens a connection to a new server that has said yes to everything so far.</summary>
    public static async Task<(LibvirtConnection Connection, FakeServer Server)> OpenAsync(
        ConnectionOptions? options = null)
    {
        var (client, server) = InMemoryTransport.CreatePair();
        var fake = new FakeServer(server);
        var greeting = Task.Run(async () =>
        {
            await fake.ReplyAsync(
                await fake.TakeAsync(RemoteProcedure.REMOTE_PROC_AUTH_LIST), new AuthListRet { Types = [] });
            await fake.ReplyAsync(await fake.TakeAsync(RemoteProcedure.REMOTE_PROC_CONNECT_OPEN));
        });
        var connection = await LibvirtConnection.OpenAsync(client, "qemu:///system", options);
        await greeting;
        return (connection, fake);
    }

    /// <summary>A new server, and the end that a client speaks on.</summary>
    public static (ClientTransport Client, FakeServer Server) Create()
    {
        var (client, server) = InMemoryTransport.CreatePair();
        return (client, new FakeServer(server));
    }

    /// <summary>Takes the next packet.</summary>
    public ValueTask<Received> TakeAsync() => _packets.Reader.ReadAsync();

    /// <summary>Takes the next packet, which is of a procedure.</summary>
    public async Task<Received> TakeAsync(RemoteProcedure procedure)
    {
        var packet = await TakeAsync();
        Assert.Equal(procedure, (RemoteProcedure)packet.Header.Procedure);
        return packet;
    }

    public Task ReplyAsync(Received call) => SendAsync(Answer(call), new XdrBuffer());

    public Task ReplyAsync<T>(Received call, T answer, params SafeHandle[] files)
        where T : struct, IXdrEncodable => SendAsync(Answer(call), Encode(answer), files);

    public Task RefuseAsync(Received call, VirErrorNumber code, string message) => SendAsync(
        Answer(call) with { Status = VirNetMessageStatus.VIR_NET_ERROR },
        Encode(new VirNetMessageError { Code = (int)code, Domain = 10, Message = message, Level = 2,
            Str1 = "%s", Int1 = 7 }));

    public Task EventAsync<T>(RemoteProcedure procedure, T message)
        where T : struct, IXdrEncodable => SendAsync(
        new MessageHeader(
            RemoteProcedures.Program, 1, (int)procedure, VirNetMessageType.VIR_NET_MESSAGE, 0,
            VirNetMessageStatus.VIR_NET_OK),
        Encode(message));

    public Task StreamAsync(Received call, VirNetMessageStatus status, params byte[] data)
    {
        var payload = new XdrBuffer();
        data.CopyTo(payload.Reserve(data.Length));
        return SendAsync(call.Header with { Type = VirNetMessageType.VIR_NET_STREAM, Status = status }, payload);
    }

    public async Task SendAsync(MessageHeader header, XdrBuffer payload, params SafeHandle[] files) =>
        await _transport.SendAsync(Packet.Seal(payload, header, files.Length).ToArray(), files, CancellationToken.None);

    public async Task SendRawAsync(byte[] bytes) => await _transport.SendAsync(bytes, [], CancellationToken.None);

    public void Dispose() => _transport.Dispose();

    public static XdrBuffer Encode<T>(T message)
        where T : struct, IXdrEncodable
    {
        var buffer = new XdrBuffer();
        var writer = new XdrWriter(buffer);
        message.Write(ref writer);
        return buffer;
    }

    private static MessageHeader Answer(Received call) => call.Header with { Type = VirNetMessageType.VIR_NET_REPLY };

    private async Task ReadAsync()
    {
        var assembler = new PacketAssembler();
        try
        {
            while (await _transport.ReceiveAsync(assembler.GetFreeSpace(), CancellationToken.None) is var count and > 0)
            {
                assembler.Advance(count);
                while (assembler.TryRead(out var packet))
                {
                    var files = Enumerable.Range(0, packet.FileCount).Select(_ => _transport.ReceivedFiles.Dequeue());
                    _packets.Writer.TryWrite(new Received(packet.Header, packet.Payload.ToArray(), [.. files]));
                }
            }
        }
        catch (IOException)
        {
            // The client has gone.
        }

        _packets.Writer.TryComplete();
    }

    /// <summary>A packet of the client.</summary>
    public sealed record Received(MessageHeader Header, byte[] Payload, SafeHandle[] Files)
    {
        public T Read<T>()
            where T : struct, IXdrMessage<T>
        {
            var reader = new XdrReader(Payload);
            return T.Read(ref reader);
        }
    }
}
