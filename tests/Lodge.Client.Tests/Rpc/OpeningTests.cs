using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Tests.Rpc;

public sealed class OpeningTests
{
    [Theory]
    [InlineData(false, 0u)]
    [InlineData(true, 1u)]
    public async Task The_server_is_asked_how_to_authenticate_and_then_to_open(bool readOnly, uint flags)
    {
        var (client, server) = FakeServer.Create();
        using var there = server;
        var opening = LibvirtConnection.OpenAsync(client, "qemu:///session", new() { ReadOnly = readOnly }).AsTask();
        var auth = await server.TakeAsync(RemoteProcedure.REMOTE_PROC_AUTH_LIST);
        await server.ReplyAsync(auth, new AuthListRet { Types = [AuthType.REMOTE_AUTH_NONE] });
        var open = await server.TakeAsync(RemoteProcedure.REMOTE_PROC_CONNECT_OPEN);
        Assert.Equal("qemu:///session", open.Read<ConnectOpenArgs>().Name);
        Assert.Equal(flags, open.Read<ConnectOpenArgs>().Flags);
        await server.ReplyAsync(open);
        using var connection = await opening;
        Assert.True(connection.IsAlive);
        Assert.Equal(readOnly, connection.IsReadOnly);
    }

    [Fact]
    public async Task Polkit_is_asked_for_where_the_server_wants_it()
    {
        var (client, server) = FakeServer.Create();
        using var there = server;
        var opening = LibvirtConnection.OpenAsync(client, "qemu:///system").AsTask();
        await server.ReplyAsync(await server.TakeAsync(), new AuthListRet { Types = [AuthType.REMOTE_AUTH_POLKIT] });
        await server.ReplyAsync(
            await server.TakeAsync(RemoteProcedure.REMOTE_PROC_AUTH_POLKIT), new AuthPolkitRet { Complete = 1 });
        await server.ReplyAsync(await server.TakeAsync(RemoteProcedure.REMOTE_PROC_CONNECT_OPEN));
        (await opening).Dispose();
    }

    [Fact]
    public async Task A_way_that_is_not_known_is_refused_by_its_number()
    {
        var (client, server) = FakeServer.Create();
        using var there = server;
        var opening = LibvirtConnection.OpenAsync(client, "qemu:///system").AsTask();
        await server.ReplyAsync(await server.TakeAsync(), new AuthListRet { Types = [AuthType.REMOTE_AUTH_SASL] });
        var error = await Assert.ThrowsAsync<VirException>(() => opening);
        Assert.Equal(VirErrorNumber.VIR_ERR_AUTH_FAILED, error.Code);
    }

    [Fact]
    public async Task A_refused_open_is_the_servers_error_and_ends_the_connection()
    {
        var (client, server) = FakeServer.Create();
        using var there = server;
        var opening = LibvirtConnection.OpenAsync(client, "xen:///system").AsTask();
        await server.ReplyAsync(await server.TakeAsync(), new AuthListRet { Types = [] });
        await server.RefuseAsync(await server.TakeAsync(), VirErrorNumber.VIR_ERR_NO_CONNECT, "no xen here");
        Assert.Equal("no xen here", (await Assert.ThrowsAsync<VirException>(() => opening)).Message);
        await Assert.ThrowsAsync<System.Threading.Channels.ChannelClosedException>(
            async () => await server.TakeAsync());
    }

    [Fact]
    public async Task An_empty_name_is_answered_by_the_servers_own()
    {
        var (client, server) = FakeServer.Create();
        using var there = server;
        var opening = LibvirtConnection.OpenAsync(client, "").AsTask();
        await server.ReplyAsync(await server.TakeAsync(), new AuthListRet { Types = [] });
        await server.ReplyAsync(await server.TakeAsync(RemoteProcedure.REMOTE_PROC_CONNECT_OPEN));
        await server.ReplyAsync(
            await server.TakeAsync(RemoteProcedure.REMOTE_PROC_CONNECT_GET_URI),
            new ConnectGetUriRet { Uri = "qemu:///system" });
        using var connection = await opening;
        Assert.Equal("qemu:///system", connection.Uri);
    }

    [Fact]
    public async Task What_ssh_said_last_is_the_error()
    {
        var error = await Assert.ThrowsAsync<VirException>(async () => await LibvirtConnection.OpenAsync(
            "qemu+ssh://host/system?command=/bin/false"));
        Assert.Equal(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, error.Code);
    }

    [Fact]
    public async Task A_goodbye_is_said_at_the_end()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var there = server;
        var closing = connection.DisposeAsync().AsTask();
        await server.ReplyAsync(await server.TakeAsync(RemoteProcedure.REMOTE_PROC_CONNECT_CLOSE));
        await closing;
        Assert.False(connection.IsAlive);
    }
}
