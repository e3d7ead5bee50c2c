using Lodge.Daemon.Server;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Tests.Server;

public sealed class LimitsTests
{
    [Fact]
    public async Task A_sixth_call_is_not_read_before_one_of_five_is_answered()
    {
        var started = 0;
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new TestServer(domains: new ScriptedDomains
        {
            OnCreate = async _ =>
            {
                Interlocked.Increment(ref started);
                await release.Task;
            },
        });
        using var client = server.Opened();
        for (var i = 0; i < 8; i++)
        {
            client.SendCall((int)RemoteProcedure.REMOTE_PROC_DOMAIN_CREATE, ScriptedDomains.Create());
        }

        Eventually.Holds(() => Volatile.Read(ref started) == 5);
        using (var other = server.Opened())
        {
            other.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
        }

        Assert.Equal(5, Volatile.Read(ref started));
        release.SetResult();
        for (var i = 0; i < 8; i++)
        {
            client.Receive().Ok();
        }

        Assert.Equal(8, started);
        await release.Task;
    }

    [Fact]
    public void A_client_that_does_not_read_its_replies_is_not_read_either_and_gets_them_all_later()
    {
        const int calls = 40;
        using var server = new TestServer(domains: new LargeAnswers());
        using var client = server.Opened();
        using var other = server.Opened();
        for (var i = 0; i < calls; i++)
        {
            client.SendCall((int)RemoteProcedure.REMOTE_PROC_DOMAIN_GET_XML_DESC, LargeAnswers.Arguments());
        }

        other.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
        for (uint i = 0; i < calls; i++)
        {
            Assert.Equal(LargeAnswers.Size, client.Receive().Ok().Decode<DomainGetXmlDescRet>().Xml.Length);
        }
    }

    [Fact]
    public void A_client_over_the_limit_waits_until_one_leaves()
    {
        using var server = new TestServer(new ServerLimits { Clients = 3 });
        var first = server.Opened();
        using var second = server.Opened();
        using var third = server.Opened();
        using var fourth = server.Connect();
        fourth.SendCall((int)RemoteProcedure.REMOTE_PROC_AUTH_LIST);
        second.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
        Assert.Equal(3, server.Rpc.ClientCount);
        first.Dispose();
        fourth.Receive().Ok();
    }

    [Fact]
    public void Silent_clients_keep_others_out_only_for_a_short_time()
    {
        using var server = new TestServer(new ServerLimits
        {
            UnauthenticatedClients = 4,
            FirstCallDeadline = TimeSpan.FromHours(1),
            CrowdedFirstCallDeadline = TimeSpan.FromMilliseconds(50),
        });
        var silent = Enumerable.Range(0, 10).Select(_ => server.Connect()).ToList();
        using var client = server.Opened();
        client.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
        Assert.InRange(server.Rpc.UnauthenticatedCount, 0, 4);
        silent[0].ExpectHangUp();
        silent.ForEach(one => one.Dispose());
        Eventually.Holds(() => server.Rpc.ClientCount == 1);
        Assert.Equal(0, server.Rpc.UnauthenticatedCount);
    }

    [Fact]
    public void A_client_that_says_nothing_is_dropped_at_its_deadline()
    {
        using var server = new TestServer(new ServerLimits { FirstCallDeadline = TimeSpan.FromMilliseconds(50) });
        using var talker = server.Opened();
        using var silent = server.Connect();
        silent.ExpectHangUp();
        talker.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
    }

    [Fact]
    public void A_thousand_clients_come_and_go_and_leave_nothing()
    {
        using var server = new TestServer();
        var clients = Enumerable.Range(0, 1000).Select(_ => server.Opened()).ToList();
        Assert.Equal(1000, server.Rpc.ClientCount);
        clients[500].Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
        clients.ForEach(client => client.Dispose());
        Eventually.Holds(() => server.Rpc.ClientCount == 0);
        Assert.Equal(0, server.Rpc.UnauthenticatedCount);
    }

    private sealed class LargeAnswers : IDomainProcedures<ClientCall>
    {
        public const int Size = 1024 * 1024;

        private static readonly string Text = new('x', Size);

        public static byte[] Arguments() => RawClient.Encode(new DomainGetXmlDescArgs
        {
            Dom = new() { Name = "some", Uuid = default, Id = 1 },
        });

        public ValueTask<DomainGetXmlDescRet> DomainGetXmlDescAsync(ClientCall call, DomainGetXmlDescArgs args) =>
            new(new DomainGetXmlDescRet { Xml = Text });
    }
}
