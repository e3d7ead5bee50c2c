using Lodge.Daemon.Server;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Tests.Server;

public sealed class KeepAliveTests
{
    private const int KeepAliveFeature = 10;

    private static readonly ServerLimits Quick =
        new() { KeepAliveInterval = TimeSpan.FromMilliseconds(30), KeepAliveCount = 3 };

    [Fact]
    public void A_question_is_answered_before_anything_is_open()
    {
        using var server = new TestServer();
        using var client = server.Connect();
        client.Send(Message(KeepaliveProcedure.KEEPALIVE_PROC_PING));
        var answer = client.Receive().Header;
        Assert.Equal(KeepaliveProcedures.Program, answer.Program);
        Assert.Equal((int)KeepaliveProcedure.KEEPALIVE_PROC_PONG, answer.Procedure);
        Assert.Equal(VirNetMessageType.VIR_NET_MESSAGE, answer.Type);
    }

    [Fact]
    public void A_client_that_knows_keepalive_and_is_silent_is_asked_and_then_dropped()
    {
        using var server = new TestServer(Quick);
        using var client = server.Connect();
        Ask(client);
        for (var i = 0; i < Quick.KeepAliveCount; i++)
        {
            Assert.Equal((int)KeepaliveProcedure.KEEPALIVE_PROC_PING, client.Receive().Header.Procedure);
        }

        client.ExpectHangUp();
    }

    [Fact]
    public void A_client_that_answers_stays()
    {
        using var server = new TestServer(Quick);
        using var client = server.Connect();
        Ask(client);
        for (var i = 0; i < 4 * Quick.KeepAliveCount; i++)
        {
            Assert.Equal((int)KeepaliveProcedure.KEEPALIVE_PROC_PING, client.Receive().Header.Procedure);
            client.Send(Message(KeepaliveProcedure.KEEPALIVE_PROC_PONG));
        }

        Assert.Equal(1, server.Rpc.ClientCount);
    }

    private static byte[] Message(KeepaliveProcedure procedure) => RawClient.Frame(new MessageHeader(
        KeepaliveProcedures.Program, 1, (int)procedure, VirNetMessageType.VIR_NET_MESSAGE, 0, default));

    private static void Ask(RawClient client)
    {
        var reply = client.Call(
            RemoteProcedure.REMOTE_PROC_CONNECT_SUPPORTS_FEATURE,
            RawClient.Encode(new ConnectSupportsFeatureArgs { Feature = KeepAliveFeature }));
        Assert.Equal(1, reply.Ok().Decode<ConnectSupportsFeatureRet>().Supported);
    }
}
