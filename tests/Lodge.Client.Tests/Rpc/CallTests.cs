using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Client.Tests.Rpc;

public sealed class CallTests
{
    private static readonly RemoteDomain Guest = new() { Name = "guest", Uuid = default, Id = 3 };

    [Fact]
    public async Task Many_calls_are_under_way_at_once_and_each_gets_its_own_answer()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var here = connection;
        using var there = server;
        var calls = Enumerable.Range(0, 50)
            .Select(i => connection.LookupDomainByNameAsync($"guest{i}").AsTask()).ToList();
        var received = new Stack<FakeServer.Received>();
        for (var i = 0; i < calls.Count; i++)
        {
            received.Push(await server.TakeAsync(RemoteProcedure.REMOTE_PROC_DOMAIN_LOOKUP_BY_NAME));
        }

        foreach (var call in received)
        {
            var name = call.Read<DomainLookupByNameArgs>().Name;
            await server.ReplyAsync(call, new DomainLookupByNameRet { Dom = Guest with { Name = name } });
        }

        var domains = await Task.WhenAll(calls);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"guest{i}"), domains.Select(domain => domain.Name));
    }

    [Fact]
    public async Task An_error_comes_with_every_field()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var here = connection;
        using var there = server;
        var call = connection.GetHostnameAsync().AsTask();
        await server.RefuseAsync(await server.TakeAsync(), VirErrorNumber.VIR_ERR_NO_DOMAIN, "Domain not found: x");
        var error = (await Assert.ThrowsAsync<VirException>(() => call)).Error;
        Assert.Equal(VirErrorNumber.VIR_ERR_NO_DOMAIN, error.Code);
        Assert.Equal(VirErrorDomain.VIR_FROM_QEMU, error.Domain);
        Assert.Equal(("Domain not found: x", "%s", 7, 2), (error.Message, error.Text1, error.Number1, error.Level));
    }

    [Fact]
    public async Task The_end_of_the_connection_ends_every_call_and_every_later_one()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var here = connection;
        var call = connection.GetHostnameAsync().AsTask();
        await server.TakeAsync();
        server.Dispose();
        await Assert.ThrowsAsync<VirException>(() => call);
        await connection.Closed;
        Assert.False(connection.IsAlive);
        await Assert.ThrowsAsync<VirException>(async () => await connection.GetHostnameAsync());
    }

    [Fact]
    public async Task A_cancelled_call_ends_at_once_and_its_late_answer_harms_nobody()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var here = connection;
        using var there = server;
        using var cancellation = new CancellationTokenSource();
        var cancelled = connection.GetHostnameAsync(cancellation.Token).AsTask();
        var late = await server.TakeAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await server.ReplyAsync(late, new ConnectGetHostnameRet { Hostname = "late" });

        var next = connection.GetHostnameAsync().AsTask();
        await server.ReplyAsync(await server.TakeAsync(), new ConnectGetHostnameRet { Hostname = "host" });
        Assert.Equal("host", await next);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_fails_its_call_alone()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var here = connection;
        using var there = server;
        var call = connection.GetHostnameAsync().AsTask();
        await server.ReplyAsync(await server.TakeAsync());
        Assert.Equal(VirErrorNumber.VIR_ERR_RPC, (await Assert.ThrowsAsync<VirException>(() => call)).Code);
        Assert.True(connection.IsAlive);
    }

    [Fact]
    public async Task Arguments_beyond_a_limit_are_refused_before_they_are_sent()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var here = connection;
        using var there = server;
        var name = new string('x', RemoteConstants.REMOTE_STRING_MAX + 1);
        await Assert.ThrowsAsync<VirException>(async () => await connection.LookupDomainByNameAsync(name));
        Assert.True(connection.IsAlive);
    }

    [Theory]
    [InlineData("00000003")]
    [InlineData("ffffffff")]
    [InlineData("0000001c 20008086 00000001 00000001 00000000 00000000 00000000")]
    [InlineData("0000001c 20008086 00000001 00000001 00000063 00000000 00000000")]
    public async Task A_server_that_speaks_nonsense_is_left(string hex)
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var here = connection;
        using var there = server;
        await server.SendRawAsync(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(VirErrorNumber.VIR_ERR_RPC, Assert.IsType<VirException>(await connection.Closed).Code);
    }

    [Fact]
    public async Task A_ping_is_answered()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var here = connection;
        using var there = server;
        var ping = new MessageHeader(
            KeepaliveProcedures.Program, 1, (int)KeepaliveProcedure.KEEPALIVE_PROC_PING,
            VirNetMessageType.VIR_NET_MESSAGE, 0, VirNetMessageStatus.VIR_NET_OK);
        await server.SendAsync(ping, new XdrBuffer());
        Assert.Equal(
            ping with { Procedure = (int)KeepaliveProcedure.KEEPALIVE_PROC_PONG }, (await server.TakeAsync()).Header);
    }

    [Fact]
    public async Task A_server_that_answers_no_ping_is_left()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var here = connection;
        using var there = server;
        var asking = connection.SetKeepAliveAsync(TimeSpan.FromMilliseconds(5), 2).AsTask();
        await server.ReplyAsync(
            await server.TakeAsync(RemoteProcedure.REMOTE_PROC_CONNECT_SUPPORTS_FEATURE),
            new ConnectSupportsFeatureRet { Supported = 1 });
        Assert.True(await asking);
        Assert.Contains("keepalive timeout", (await connection.Closed).Message, StringComparison.Ordinal);
        Assert.Equal(KeepaliveProcedures.Program, (await server.TakeAsync()).Header.Program);
        Assert.Equal(KeepaliveProcedures.Program, (await server.TakeAsync()).Header.Program);
    }

    [Fact]
    public async Task Files_go_with_a_call_and_come_with_its_answer()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var here = connection;
        using var there = server;
        using var null0 = File.OpenHandle("/dev/null");
        var domain = new Domain(connection, Guest);
        var starting = domain.CreateWithFilesAsync([null0, null0]).AsTask();
        var call = await server.TakeAsync(RemoteProcedure.REMOTE_PROC_DOMAIN_CREATE_WITH_FILES);
        Assert.Equal(2, call.Files.Length);
        await server.ReplyAsync(call, new DomainCreateWithFilesRet { Dom = Guest with { Id = 9 } });
        await starting;
        Assert.Equal(9, domain.Id);

        var opening = domain.OpenGraphicsFDAsync(0).AsTask();
        var graphics = await server.TakeAsync(RemoteProcedure.REMOTE_PROC_DOMAIN_OPEN_GRAPHICS_FD);
        await server.SendAsync(
            graphics.Header with { Type = VirNetMessageType.VIR_NET_REPLY }, new XdrBuffer(), null0);
        using var socket = await opening;
        Assert.False(Assert.IsType<SafeFileHandle>(socket).IsInvalid);
        Array.ForEach(call.Files, file => file.Dispose());
    }

    [Fact]
    public async Task Announced_files_that_do_not_come_end_the_connection()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var here = connection;
        using var there = server;
        var call = new Domain(connection, Guest).OpenGraphicsFDAsync(0).AsTask();
        var taken = await server.TakeAsync();
        var reply = Packet.Seal(
            new XdrBuffer(), taken.Header with { Type = VirNetMessageType.VIR_NET_REPLY }, fileCount: 1).ToArray();
        await server.SendRawAsync([.. reply, 0]);
        await Assert.ThrowsAsync<VirException>(() => call);
        Assert.False(connection.IsAlive);
    }

    [Fact]
    public async Task Without_a_reader_in_the_background_each_call_reads_its_own_answer()
    {
        var (client, server) = FakeServer.Create();
        using var there = server;
        var serving = Task.Run(async () =>
        {
            await server.ReplyAsync(await server.TakeAsync(), new AuthListRet { Types = [] });
            await server.ReplyAsync(await server.TakeAsync());
            await server.ReplyAsync(await server.TakeAsync(), new ConnectGetHostnameRet { Hostname = "host" });
        });
        using var connection = await LibvirtConnection.OpenAsync(
            client, "qemu:///system", new() { ReadsInline = true });
        var call = connection.GetHostnameAsync();
        Assert.True(call.IsCompleted);
        Assert.Equal("host", await call);
        await serving;
    }
}
