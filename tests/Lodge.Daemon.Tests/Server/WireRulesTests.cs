using System.Buffers.Binary;
using Lodge.Protocol;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Tests.Server;

public sealed class WireRulesTests : IDisposable
{
    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(0u)]
    [InlineData(3u)]
    [InlineData(27u)]
    [InlineData((32u * 1024 * 1024) + 5)]
    [InlineData(uint.MaxValue)]
    public void A_length_that_no_message_has_ends_the_connection(uint length)
    {
        using var client = _server.Opened();
        client.Send(Length(length));
        client.ExpectHangUp();
        using var other = _server.Opened();
    }

    [Fact]
    public void The_longest_length_takes_no_memory_before_its_bytes_come()
    {
        using var other = _server.Opened();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var clients = new List<RawClient>();
        for (var i = 0; i < 50; i++)
        {
            var client = _server.Opened();
            client.Send(Length((32 * 1024 * 1024) + 4));
            clients.Add(client);
        }

        other.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 200 * 1024 * 1024);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public void The_longest_message_is_taken_whole()
    {
        using var client = _server.Opened();
        client.SendCall((int)RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE, new byte[WireLimits.PayloadMax]);
        client.Receive().Ok();
    }

    [Fact]
    public void A_message_of_a_header_alone_is_whole()
    {
        using var client = _server.Opened();
        client.Send(RawClient.Frame(new MessageHeader(RemoteProcedures.Program, 1, 3, default, 1, default)));
        client.Receive().Ok();
    }

    [Fact]
    public void Bytes_that_come_one_by_one_make_a_message_and_hold_up_nobody()
    {
        using var slow = _server.Opened();
        using var other = _server.Opened();
        foreach (var one in RawClient.Frame(new MessageHeader(RemoteProcedures.Program, 1, 3, default, 1, default)))
        {
            slow.Send([one]);
            other.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
        }

        slow.Receive().Ok();
    }

    [Fact]
    public void A_client_that_vanishes_in_the_middle_of_a_message_leaves_nothing()
    {
        using var other = _server.Opened();
        var frame = RawClient.Frame(new MessageHeader(RemoteProcedures.Program, 1, 3, default, 1, default));
        for (var cut = 0; cut <= frame.Length; cut++)
        {
            using var client = _server.Opened();
            client.Send(frame[..cut]);
        }

        Eventually.Holds(() => _server.Rpc.ClientCount == 1);
        other.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
    }

    [Fact]
    public void Random_bytes_end_their_connection_and_harm_no_other()
    {
        using var other = _server.Opened();
        var random = new Random(20260718);
        for (var i = 0; i < 300; i++)
        {
            using var client = _server.Opened();
            var noise = new byte[random.Next(1, 300)];
            random.NextBytes(noise);
            client.Send(noise);
        }

        Eventually.Holds(() => _server.Rpc.ClientCount == 1);
        other.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
    }

    [Fact]
    public void More_descriptors_than_a_message_can_have_end_the_connection()
    {
        using var client = _server.Opened();
        var count = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(count, 33);
        client.Send(RawClient.Frame(
            new MessageHeader(
                RemoteProcedures.Program, 1, 3, Protocol.Net.VirNetMessageType.VIR_NET_CALL_WITH_FDS, 1, default),
            count));
        client.ExpectHangUp();
    }

    [Fact]
    public void Descriptors_that_are_announced_and_not_sent_end_the_connection()
    {
        using var client = _server.Opened();
        var count = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(count, 2);
        client.Send(RawClient.Frame(
            new MessageHeader(
                RemoteProcedures.Program, 1, 3, Protocol.Net.VirNetMessageType.VIR_NET_CALL_WITH_FDS, 1, default),
            count));
        client.Send([0, 0]);
        client.ExpectHangUp();
    }

    private static byte[] Length(uint length)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, length);
        return bytes;
    }
}
