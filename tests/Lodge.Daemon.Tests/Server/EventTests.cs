using Lodge.Daemon.Server;
using Lodge.Protocol.Net;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Tests.Server;

public sealed class EventTests
{
    [Fact]
    public void Events_arrive_in_the_order_in_which_they_were_sent()
    {
        const int count = 5000;
        using var server = new TestServer();
        using var client = server.Opened();
        var session = server.Rpc.Clients.Single();
        var sender = Task.Run(() =>
        {
            for (var i = 0; i < count; i++)
            {
                Send(session, i);
            }
        }, TestContext.Current.CancellationToken);
        for (var i = 0; i < count; i++)
        {
            var message = client.Receive();
            Assert.Equal(VirNetMessageType.VIR_NET_MESSAGE, message.Header.Type);
            Assert.Equal(0u, message.Header.Serial);
            Assert.Equal(i, message.Decode<DomainEventLifecycleMsg>().Detail);
        }

        Assert.True(sender.IsCompletedSuccessfully || !sender.IsFaulted);
    }

    [Fact]
    public void A_client_that_does_not_read_its_events_is_dropped_and_others_get_theirs()
    {
        using var server = new TestServer(new ServerLimits { UnsentEventBytes = 100_000 });
        using var deaf = server.Opened();
        using var listener = server.Opened();
        var sessions = server.Rpc.Clients;
        for (var i = 0; server.Rpc.ClientCount == 2; i++)
        {
            Send(sessions[0], i);
            Send(sessions[1], i);
            Assert.Equal(i, listener.Receive().Decode<DomainEventLifecycleMsg>().Detail);
        }

        Assert.Null(server.Rpc.FindClient(sessions[0].Id));
        Assert.Same(sessions[1], server.Rpc.Clients.Single());
    }

    [Fact]
    public void The_end_of_a_client_is_told_to_those_who_registered()
    {
        using var server = new TestServer();
        var client = server.Opened();
        var gone = new TaskCompletionSource();
        using var registration = server.Rpc.Clients.Single().Closed.Register(() => gone.SetResult());
        client.Dispose();
        Eventually.Holds(() => gone.Task.IsCompleted);
    }

    private static void Send(ClientSession session, int detail) => session.SendEvent(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_LIFECYCLE,
        new DomainEventLifecycleMsg { Dom = new() { Name = "some", Uuid = default, Id = 1 }, Event = 2,
            Detail = detail });
}
