using Lodge.Daemon.Dispatch;
using Lodge.Daemon.Server;
using Lodge.Protocol.Admin;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Transport.Server;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Tests.Dispatch;

public sealed class AdministrationTests : IDisposable
{
    private static readonly AdminServer Main = new() { Name = "main" };

    private readonly RpcServer _server = new("main", new ServerLimits(), []);
    private readonly AdministrationProcedures _procedures;

    public AdministrationTests() => _procedures = new AdministrationProcedures([_server]);

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Servers_are_listed_and_found_by_name()
    {
        var list = await _procedures.ConnectListServersAsync(null!, new() { NeedResults = 1 });
        Assert.Equal(["main"], list.Servers.Select(server => server.Name));
        Assert.Equal("main", (await _procedures.ConnectLookupServerAsync(null!, new() { Name = "main" })).Srv.Name);
        Assert.Equal(
            VirErrorNumber.VIR_ERR_NO_SERVER,
            Assert.Throws<VirException>(() =>
                { _ = _procedures.ConnectLookupServerAsync(null!, new() { Name = "x" }).AsTask(); }).Code);
    }

    [Fact]
    public async Task Clients_are_listed_with_who_they_are_and_can_be_closed()
    {
        var connection = new NoConnection();
        var client = _server.Accept(connection, readOnly: true);
        var list = await _procedures.ServerListClientsAsync(null!, new() { Srv = Main, NeedResults = 1 });
        var listed = Assert.Single(list.Clients);
        Assert.Equal(client.Id, listed.Id);
        var info = (await _procedures.ClientGetInfoAsync(null!, new() { Clnt = listed })).Params;
        Assert.True(info.FindBoolean(VirConstants.VIR_CLIENT_INFO_READONLY));
        Assert.Equal(4321, info.FindInt64(VirConstants.VIR_CLIENT_INFO_UNIX_PROCESS_ID));
        Assert.Equal("root", info.FindString(VirConstants.VIR_CLIENT_INFO_UNIX_USER_NAME));
        await _procedures.ClientCloseAsync(null!, new() { Clnt = listed });
        Assert.True(connection.IsClosed);
    }

    [Fact]
    public async Task Limits_are_read_and_set()
    {
        await _procedures.ServerSetClientLimitsAsync(null!, new()
        {
            Srv = Main,
            Params = [TypedParameter.Of(VirConstants.VIR_SERVER_CLIENTS_MAX, 70u)],
        });
        var limits = (await _procedures.ServerGetClientLimitsAsync(null!, new() { Srv = Main })).Params;
        Assert.Equal(70UL, limits.FindUInt64(VirConstants.VIR_SERVER_CLIENTS_MAX));
        Assert.Equal(20UL, limits.FindUInt64(VirConstants.VIR_SERVER_CLIENTS_UNAUTH_MAX));
    }

    [Theory]
    [InlineData(VirConstants.VIR_SERVER_CLIENTS_MAX, 5u, VirErrorNumber.VIR_ERR_INVALID_ARG)]
    [InlineData("wrong", 5u, VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED)]
    public void A_wrong_limit_is_refused_and_changes_nothing(string field, uint value, VirErrorNumber code)
    {
        var refusal = Assert.Throws<VirException>(() =>
        {
            _ = _procedures.ServerSetClientLimitsAsync(
                null!, new() { Srv = Main, Params = [TypedParameter.Of(field, value)] }).AsTask();
        });
        Assert.Equal(code, refusal.Code);
        Assert.Equal(5000, _server.Limits.Clients);
    }

    private sealed class NoConnection : ServerConnection
    {
        public override PeerCredentials Peer => new(4321, 0, 0);

        public override long UnsentBytes => 0;

        public bool IsClosed { get; private set; }

        public override bool Send(
            ReadOnlySpan<byte> message, IReadOnlyList<SafeFileHandle>? files, IDeliveryObserver? observer) => true;

        public override void ResumeReading()
        {
        }

        public override void CloseAfterSending() => IsClosed = true;

        public override void Abort(string reason) => IsClosed = true;
    }
}
