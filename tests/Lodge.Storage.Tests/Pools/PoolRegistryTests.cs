using Lodge.Protocol.Errors;

namespace Lodge.Storage.Tests.Pools;

public sealed class PoolRegistryTests : IDisposable
{
    private const string First = "11111111-1111-1111-1111-111111111111";
    private const string Second = "22222222-2222-2222-2222-222222222222";
    private readonly PoolHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("p", "/q", Second, "operation failed: pool 'p' already exists with uuid " + First)]
    [InlineData("q", "/q", First, "operation failed: pool 'p' is already defined with uuid " + First)]
    [InlineData("q", "/p", Second, "operation failed: Storage source conflict with pool: 'p'")]
    public async Task A_name_a_uuid_or_a_source_of_another_pool_is_refused(
        string name, string path, string uuid, string text)
    {
        await _host.Driver.DefineAsync(_host.Xml("p", "/p", First), Cancellation);
        var refused = await PoolHost.RefusedAsync(_host.Driver.DefineAsync(_host.Xml(name, path, uuid), Cancellation));
        Assert.Equal((VirErrorNumber.VIR_ERR_OPERATION_FAILED, text), (refused.Code, refused.Message));
        Assert.Single(_host.Driver.Pools.All);
    }

    [Theory]
    [InlineData(
        "<pool type='fs'><name>a</name><source><device path='/dev/x'/></source><target><path>/a</path></target>"
            + "</pool>",
        "<pool type='logical'><name>b</name><source><device path='/dev/x'/></source></pool>")]
    [InlineData(
        "<pool type='netfs'><name>a</name><source><host name='h'/><dir path='/d'/></source><target><path>"
            + "/a</path></target></pool>",
        "<pool type='netfs'><name>b</name><source><host name='h'/><dir path='/d/'/></source><target><path>"
            + "/b</path></target></pool>")]
    [InlineData(
        "<pool type='iscsi'><name>a</name><source><host name='h'/><device path='iqn'/></source><target><path>"
            + "/a</path></target></pool>",
        "<pool type='iscsi'><name>b</name><source><host name='other'/><device path='iqn'/></source><target>"
            + "<path>/b</path></target></pool>")]
    [InlineData(
        "<pool type='scsi'><name>a</name><source><adapter name='host3'/></source><target><path>/dev</path>"
            + "</target></pool>",
        "<pool type='scsi'><name>b</name><source><adapter name='scsi_host3'/></source><target><path>/dev</path>"
            + "</target></pool>")]
    [InlineData("<pool type='mpath'><name>a</name><target><path>/a</path></target></pool>",
        "<pool type='mpath'><name>b</name><target><path>/b</path></target></pool>")]
    public async Task Two_pools_never_stand_on_the_same_storage(string known, string asked)
    {
        await _host.Driver.DefineAsync(known, Cancellation);
        var refused = await PoolHost.RefusedAsync(_host.Driver.DefineAsync(asked, Cancellation));
        Assert.Equal("operation failed: Storage source conflict with pool: 'a'", refused.Message);
    }

    [Theory]
    [InlineData(
        "<pool type='netfs'><name>a</name><source><host name='h'/><dir path='/d'/></source><target><path>"
            + "/a</path></target></pool>",
        "<pool type='netfs'><name>b</name><source><host name='h' port='9'/><dir path='/d'/></source><target>"
            + "<path>/b</path></target></pool>")]
    [InlineData(
        "<pool type='iscsi'><name>a</name><source><host name='h'/><device path='iqn'/></source><target><path>"
            + "/a</path></target></pool>",
        "<pool type='iscsi'><name>b</name><source><host name='h'/><device path='iqn'/><initiator><iqn "
            + "name='me'/></initiator></source><target><path>/b</path></target></pool>")]
    [InlineData(
        "<pool type='dir'><name>a</name><target><path>/dev/x</path></target></pool>",
        "<pool type='fs'><name>b</name><source><device path='/dev/x'/></source><target><path>/a</path></target>"
            + "</pool>")]
    public async Task Pools_that_only_look_alike_live_side_by_side(string known, string asked)
    {
        await _host.Driver.DefineAsync(known, Cancellation);
        await _host.Driver.DefineAsync(asked, Cancellation);
        Assert.Equal(2, _host.Driver.Pools.All.Length);
    }

    [Fact]
    public void What_is_not_there_is_named_in_the_refusal()
    {
        Assert.Equal(
            "Storage pool not found: no storage pool with matching name 'x'",
            Assert.Throws<VirException>(() => _host.Driver.Pools.Get("x")).Message);
        var uuid = Lodge.Protocol.VirUuid.Parse(First);
        Assert.Equal(
            $"Storage pool not found: no storage pool with matching uuid '{First}' (x)",
            Assert.Throws<VirException>(() => _host.Driver.Pools.Get(uuid, "x")).Message);
    }

    public void Dispose() => _host.Dispose();
}
