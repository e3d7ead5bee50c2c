using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Net;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Tests.Streams;

public sealed class ClientStreamTests
{
    private static readonly RemoteDomain Guest = new() { Name = "guest", Uuid = default, Id = 3 };

    [Fact]
    public async Task What_the_server_sends_is_read_to_the_end_and_confirmed()
    {
        var (connection, server, stream, call) = await OpenAsync();
        using var here = connection;
        using var there = server;
        await server.StreamAsync(call, VirNetMessageStatus.VIR_NET_CONTINUE, 1, 2, 3);
        await server.StreamAsync(call, VirNetMessageStatus.VIR_NET_CONTINUE, 4);
        await server.StreamAsync(call, VirNetMessageStatus.VIR_NET_CONTINUE);
        var buffer = new byte[2];
        Assert.Equal(2, await stream.ReadAsync(buffer));
        Assert.Equal([1, 2], buffer);
        Assert.Equal(1, await stream.ReadAsync(buffer));
        Assert.Equal(3, buffer[0]);
        Assert.Equal(1, await stream.ReadAsync(buffer));
        Assert.Equal(0, await stream.ReadAsync(buffer));

        var finishing = stream.FinishAsync().AsTask();
        Assert.Equal(VirNetMessageStatus.VIR_NET_OK, (await server.TakeAsync()).Header.Status);
        await server.StreamAsync(call, VirNetMessageStatus.VIR_NET_OK);
        await finishing;
    }

    [Fact]
    public async Task What_is_written_is_cut_into_packets_that_every_server_takes()
    {
        var (connection, server, stream, call) = await OpenAsync();
        using var here = connection;
        using var there = server;
        var bytes = new byte[(2 * WireLimits.StreamDataMax) + 10];
        Random.Shared.NextBytes(bytes);
        await stream.WriteAsync(bytes);
        var sent = new List<byte>();
        while (sent.Count < bytes.Length)
        {
            var packet = await server.TakeAsync();
            Assert.Equal((call.Header.Serial, VirNetMessageType.VIR_NET_STREAM),
                (packet.Header.Serial, packet.Header.Type));
            Assert.True(packet.Payload.Length <= WireLimits.StreamDataMax);
            sent.AddRange(packet.Payload);
        }

        Assert.Equal(bytes, sent);
    }

    [Fact]
    public async Task Holes_are_told_both_ways_and_read_as_zeros()
    {
        var (connection, server, stream, call) = await OpenAsync();
        using var here = connection;
        using var there = server;
        await stream.WriteHoleAsync(1L << 40);
        var hole = await server.TakeAsync();
        Assert.Equal(VirNetMessageType.VIR_NET_STREAM_HOLE, hole.Header.Type);
        Assert.Equal(1L << 40, hole.Read<VirNetStreamHole>().Length);

        await server.SendAsync(hole.Header, FakeServer.Encode(new VirNetStreamHole { Length = 3 }));
        await server.SendAsync(hole.Header, FakeServer.Encode(new VirNetStreamHole { Length = 5 }));
        await server.StreamAsync(call, VirNetMessageStatus.VIR_NET_CONTINUE, 9);
        var item = await stream.ReceiveAsync();
        Assert.Equal((StreamItemKind.Hole, 3), (item.Kind, item.Length));
        var buffer = new byte[] { 7, 7, 7, 7 };
        Assert.Equal(4, await stream.ReadAsync(buffer));
        Assert.Equal([0, 0, 0, 0], buffer);
        Assert.Equal(1, await stream.ReadAsync(buffer));
        Assert.Equal(1, await stream.ReadAsync(buffer));
        Assert.Equal(9, buffer[0]);
    }

    [Fact]
    public async Task An_error_of_the_server_ends_reading_writing_and_finishing()
    {
        var (connection, server, stream, call) = await OpenAsync();
        using var here = connection;
        using var there = server;
        await server.SendAsync(
            call.Header with { Type = VirNetMessageType.VIR_NET_STREAM, Status = VirNetMessageStatus.VIR_NET_ERROR },
            FakeServer.Encode(new VirNetMessageError { Code = 38, Domain = 38, Message = "disk is gone", Level = 2 }));
        Assert.Equal("disk is gone",
            (await Assert.ThrowsAsync<VirException>(async () => await stream.ReceiveAsync())).Message);
        await Assert.ThrowsAsync<VirException>(async () => await stream.WriteAsync(new byte[1]));
        await Assert.ThrowsAsync<VirException>(async () => await stream.FinishAsync());
    }

    [Fact]
    public async Task An_abort_waits_for_the_server_and_drops_what_still_comes()
    {
        var (connection, server, stream, call) = await OpenAsync();
        using var here = connection;
        using var there = server;
        var aborting = stream.DisposeAsync().AsTask();
        Assert.Equal(VirNetMessageStatus.VIR_NET_ERROR, (await server.TakeAsync()).Header.Status);
        await server.StreamAsync(call, VirNetMessageStatus.VIR_NET_CONTINUE, 1, 2);
        Assert.False(aborting.IsCompleted);
        await server.StreamAsync(call, VirNetMessageStatus.VIR_NET_OK);
        await aborting;
    }

    [Fact]
    public async Task The_end_of_the_connection_ends_the_stream()
    {
        var (connection, server, stream, _) = await OpenAsync();
        using var here = connection;
        var reading = stream.ReadAsync(new byte[1]).AsTask();
        server.Dispose();
        await Assert.ThrowsAsync<VirException>(() => reading);
    }

    [Fact]
    public async Task A_refused_call_is_its_own_error()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var here = connection;
        using var there = server;
        var opening = new Domain(connection, Guest).OpenConsoleAsync().AsTask();
        await server.RefuseAsync(
            await server.TakeAsync(), VirErrorNumber.VIR_ERR_OPERATION_FAILED, "Active console session exists");
        Assert.Equal("Active console session exists", (await Assert.ThrowsAsync<VirException>(() => opening)).Message);
    }

    private static async Task<(LibvirtConnection, FakeServer, ClientStream, FakeServer.Received)> OpenAsync()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        var opening = new Domain(connection, Guest).OpenConsoleAsync().AsTask();
        var call = await server.TakeAsync(RemoteProcedure.REMOTE_PROC_DOMAIN_OPEN_CONSOLE);
        await server.ReplyAsync(call);
        return (connection, server, await opening, call);
    }
}
