using System.Security.Cryptography;
using Lodge.Daemon.Server;
using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Tests.Server;

public sealed class StreamTests : IDisposable
{
    private readonly ScriptedDomains _domains = new();
    private readonly TestServer _server;

    public StreamTests() => _server = new TestServer(domains: _domains);

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task What_the_daemon_writes_arrives_whole_and_ends_with_an_empty_message()
    {
        var data = RandomNumberGenerator.GetBytes(3_000_000);
        var writing = Task.CompletedTask;
        _domains.OnScreenshot = call =>
        {
            var stream = call.OpenStream();
            writing = Task.Run(async () =>
            {
                await stream.WriteAsync(data);
                await stream.WriteEndAsync();
            });
            return default;
        };
        using var client = _server.Opened();
        var serial = client.SendCall((int)RemoteProcedure.REMOTE_PROC_DOMAIN_SCREENSHOT, ScriptedDomains.Screenshot());
        Assert.Equal(VirNetMessageType.VIR_NET_REPLY, client.Receive().Ok().Header.Type);
        var read = new List<byte>();
        for (var packet = client.Receive(); packet.Payload.Length > 0; packet = client.Receive())
        {
            Assert.Equal((serial, VirNetMessageStatus.VIR_NET_CONTINUE), (packet.Header.Serial, packet.Header.Status));
            Assert.InRange(packet.Payload.Length, 1, WireLimits.StreamDataMax);
            read.AddRange(packet.Payload);
        }

        Assert.Equal(data, read);
        await writing;
        client.Send(Packet(RemoteProcedure.REMOTE_PROC_DOMAIN_SCREENSHOT, serial, VirNetMessageStatus.VIR_NET_OK));
        Assert.Equal(VirNetMessageStatus.VIR_NET_OK, client.Receive().Header.Status);
    }

    [Fact]
    public async Task Writing_waits_for_a_client_that_does_not_read_and_goes_on_when_it_does()
    {
        var written = 0;
        var writing = Task.CompletedTask;
        _domains.OnScreenshot = call =>
        {
            var stream = call.OpenStream();
            writing = Task.Run(async () =>
            {
                for (; written < 100; Interlocked.Increment(ref written))
                {
                    await stream.WriteAsync(new byte[WireLimits.StreamDataMax]);
                }
            });
            return default;
        };
        using var client = _server.Opened();
        client.SendCall((int)RemoteProcedure.REMOTE_PROC_DOMAIN_SCREENSHOT, ScriptedDomains.Screenshot());
        using var other = _server.Opened();
        other.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
        Assert.InRange(Volatile.Read(ref written), 0, 10);
        client.Receive().Ok();
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(WireLimits.StreamDataMax, client.Receive().Payload.Length);
        }

        await writing;
    }

    [Fact]
    public async Task What_the_client_writes_is_read_whole_and_its_finish_is_confirmed()
    {
        var read = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        _domains.OnConsole = call =>
        {
            _ = ReadAllAsync(call.OpenStream(), read);
            return default;
        };
        using var client = _server.Opened();
        var serial = OpenConsole(client);
        var data = RandomNumberGenerator.GetBytes(1_000_000);
        foreach (var chunk in data.Chunk(10_000))
        {
            client.Send(Packet(Console, serial, VirNetMessageStatus.VIR_NET_CONTINUE, chunk));
        }

        client.Send(Packet(Console, serial, VirNetMessageStatus.VIR_NET_OK));
        Assert.Equal(VirNetMessageStatus.VIR_NET_OK, client.Receive().Header.Status);
        Assert.Equal(data, await read.Task);
        client.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
    }

    [Fact]
    public void A_client_whose_data_nobody_takes_is_not_read_further()
    {
        ServerStream? stream = null;
        _domains.OnConsole = call =>
        {
            stream = call.OpenStream();
            return default;
        };
        using var client = _server.Opened();
        var serial = OpenConsole(client);
        client.Socket.Blocking = false;
        var sent = 0L;
        Assert.Throws<System.Net.Sockets.SocketException>(() =>
        {
            while (sent < 100_000_000)
            {
                sent += client.Socket.Send(
                    Packet(Console, serial, VirNetMessageStatus.VIR_NET_CONTINUE, new byte[1000]));
            }
        });
        Assert.InRange(sent, 1, 10_000_000);
        Assert.NotNull(stream);
    }

    [Fact]
    public async Task An_abort_is_confirmed_and_told_to_both_sides_of_the_handler()
    {
        ServerStream? stream = null;
        _domains.OnConsole = call =>
        {
            stream = call.OpenStream();
            return default;
        };
        using var client = _server.Opened();
        var serial = OpenConsole(client);
        client.Send(Packet(Console, serial, VirNetMessageStatus.VIR_NET_ERROR));
        Assert.Equal(VirNetMessageStatus.VIR_NET_OK, client.Receive().Header.Status);
        Assert.Equal(StreamPacketKind.Abort, (await stream!.ReadAsync()).Kind);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.WriteAsync(new byte[1]));
        Eventually.Holds(() => stream.Closed.IsCancellationRequested);
    }

    [Theory]
    [InlineData(VirNetMessageStatus.VIR_NET_OK)]
    [InlineData(VirNetMessageStatus.VIR_NET_ERROR)]
    public void What_a_stream_held_is_free_once_its_client_hears_of_the_end(VirNetMessageStatus end)
    {
        var isFree = false;
        _domains.OnScreenshot = call =>
        {
            // Long enough that an end which is told first would be seen before.
            call.OpenStream().ReleaseAtEnd(() => isFree = SpinWait.SpinUntil(() => false, 50) is false);
            return default;
        };
        using var client = _server.Opened();
        var serial = client.SendCall((int)RemoteProcedure.REMOTE_PROC_DOMAIN_SCREENSHOT, ScriptedDomains.Screenshot());
        client.Receive().Ok();
        client.Send(Packet(RemoteProcedure.REMOTE_PROC_DOMAIN_SCREENSHOT, serial, end));
        client.Receive();
        Assert.True(Volatile.Read(ref isFree));
    }

    [Fact]
    public void What_comes_too_late_to_be_held_is_free_at_once()
    {
        var isFree = false;
        _domains.OnScreenshot = call =>
        {
            var stream = call.OpenStream();
            stream.Discard();
            stream.ReleaseAtEnd(() => isFree = true);
            return default;
        };
        using var client = _server.Opened();
        client.SendCall((int)RemoteProcedure.REMOTE_PROC_DOMAIN_SCREENSHOT, ScriptedDomains.Screenshot());
        client.Receive().Ok();
        Assert.True(Volatile.Read(ref isFree));
    }

    [Fact]
    public void A_stream_that_breaks_tells_its_error()
    {
        _domains.OnConsole = call =>
        {
            var stream = call.OpenStream();
            stream.Fail(new VirException(VirErrorNumber.VIR_ERR_OPERATION_FAILED, VirErrorDomain.VIR_FROM_QEMU,
                "no guest").Error);
            return default;
        };
        using var client = _server.Opened();
        var serial = OpenConsole(client);
        var broken = client.Receive();
        Assert.Equal((serial, VirNetMessageType.VIR_NET_STREAM), (broken.Header.Serial, broken.Header.Type));
        Assert.Equal("operation failed: no guest", broken.Error.Message);
    }

    [Fact]
    public void A_call_that_fails_leaves_no_stream()
    {
        ServerStream? stream = null;
        _domains.OnConsole = call =>
        {
            stream = call.OpenStream();
            throw new VirException(VirErrorNumber.VIR_ERR_NO_DOMAIN, VirErrorDomain.VIR_FROM_QEMU, "gone");
        };
        using var client = _server.Opened();
        Assert.Equal(
            (int)VirErrorNumber.VIR_ERR_NO_DOMAIN, client.Call(Console, ScriptedDomains.Console()).Error.Code);
        Eventually.Holds(() => stream!.Closed.IsCancellationRequested);
        client.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
    }

    [Fact]
    public void A_hole_nobody_asked_for_ends_the_connection()
    {
        _domains.OnConsole = static call =>
        {
            call.OpenStream();
            return default;
        };
        using var client = _server.Opened();
        var serial = OpenConsole(client);
        client.Send(RawClient.Frame(
            new MessageHeader(
                RemoteProcedures.Program,
                1,
                (int)Console,
                VirNetMessageType.VIR_NET_STREAM_HOLE,
                serial,
                VirNetMessageStatus.VIR_NET_CONTINUE),
            new byte[12]));
        client.ExpectHangUp();
    }

    [Fact]
    public async Task Holes_that_were_asked_for_go_both_ways()
    {
        var hole = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        _domains.OnConsole = call =>
        {
            _ = AnswerHoleAsync(call.OpenStream(allowsHoles: true), hole);
            return default;
        };
        using var client = _server.Opened();
        var serial = OpenConsole(client);
        client.Send(RawClient.Frame(
            new MessageHeader(
                RemoteProcedures.Program,
                1,
                (int)Console,
                VirNetMessageType.VIR_NET_STREAM_HOLE,
                serial,
                VirNetMessageStatus.VIR_NET_CONTINUE),
            [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0]));
        Assert.Equal(0x1_0000_0002, await hole.Task);
        var back = client.Receive();
        Assert.Equal(VirNetMessageType.VIR_NET_STREAM_HOLE, back.Header.Type);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0], back.Payload);
    }

    private const RemoteProcedure Console = RemoteProcedure.REMOTE_PROC_DOMAIN_OPEN_CONSOLE;

    private static async Task AnswerHoleAsync(ServerStream stream, TaskCompletionSource<long> hole)
    {
        hole.SetResult((await stream.ReadAsync()).HoleLength);
        await stream.WriteHoleAsync(7);
    }

    private static async Task ReadAllAsync(ServerStream stream, TaskCompletionSource<byte[]> read)
    {
        var bytes = new List<byte>();
        var packet = await stream.ReadAsync();
        for (; packet.Kind == StreamPacketKind.Data; packet = await stream.ReadAsync())
        {
            bytes.AddRange(packet.Data.Span);
        }

        stream.Confirm();
        read.SetResult(packet.Kind == StreamPacketKind.Finish ? [.. bytes] : []);
    }

    private static uint OpenConsole(RawClient client)
    {
        var serial = client.SendCall((int)Console, ScriptedDomains.Console());
        client.Receive().Ok();
        return serial;
    }

    private static byte[] Packet(
        RemoteProcedure procedure, uint serial, VirNetMessageStatus status,
        ReadOnlySpan<byte> data = default) => RawClient.Frame(
        new MessageHeader(RemoteProcedures.Program, 1, (int)procedure, VirNetMessageType.VIR_NET_STREAM, serial,
            status), data);
}
