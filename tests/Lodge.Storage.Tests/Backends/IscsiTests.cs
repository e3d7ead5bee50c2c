using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Backends.Iscsi;
using Lodge.Storage.Backends.Scsi;

namespace Lodge.Storage.Tests.Backends;

public sealed class IscsiTests
{
    [Fact]
    public void Sessions_are_found_by_their_target()
    {
        var sessions = IscsiSessions.ParseSessions(
            "tcp: [1] 192.168.122.170:3260,1 demo-tgt-b (non-flash)\ntcp: [12] [::1]:3260,1 demo-tgt-a\nnonsense\n");
        Assert.Equal([("1", "demo-tgt-b"), ("12", "demo-tgt-a")], sessions);
    }

    [Fact]
    public void Targets_that_a_portal_offers_are_read() => Assert.Equal(
        ["iqn.a:demo0", "iqn.a:demo1"],
        IscsiSessions.ParseTargets("10.0.0.1:3260,1 iqn.a:demo0\n10.0.0.1:3260,1 iqn.a:demo1\n\n"));

    [Fact]
    public void An_interface_is_found_by_the_name_of_its_initiator()
    {
        const string Output =
            "default tcp,<empty>,<empty>,<empty>,<empty>\n"
            + "libvirt-iface-253db048 tcp,<empty>,<empty>,<empty>,iqn.2017-03.com.user:client\n";
        Assert.Equal("libvirt-iface-253db048", IscsiSessions.ParseInterface(Output, "iqn.2017-03.com.user:client"));
        Assert.Null(IscsiSessions.ParseInterface(Output, "iqn.other"));
    }

    [Theory]
    [InlineData("h", 0, "h:3260,1")]
    [InlineData("h", 1234, "h:1234,1")]
    [InlineData("fe80::1", 0, "[fe80::1]:3260,1")]
    public void A_portal_is_named_so(string host, int port, string portal) =>
        Assert.Equal(portal, IscsiPool.Portal(new StoragePoolSource { Hosts = [new(host, port)] }));

    [Fact]
    public async Task A_search_needs_exactly_one_server()
    {
        var pool = (Storage.Backends.IPoolBackend)new IscsiPool(new StorageDriverOptions());
        var missing = await Assert.ThrowsAsync<VirException>(
            async () => await pool.FindSourcesAsync(null, TestContext.Current.CancellationToken));
        Assert.Equal("invalid argument: hostname must be specified for iscsi sources", missing.Message);
        var none = await Assert.ThrowsAsync<VirException>(
            async () => await pool.FindSourcesAsync("<source/>", TestContext.Current.CancellationToken));
        Assert.Equal("unsupported configuration: Expected exactly 1 host for the storage pool", none.Message);
    }

    [Theory]
    [InlineData("host5", 5)]
    [InlineData("scsi_host12", 12)]
    [InlineData("fc_host0", 0)]
    [InlineData("host", null)]
    [InlineData("5", null)]
    [InlineData("host-1", null)]
    public void A_SCSI_host_has_its_number_in_its_name(string name, int? number) =>
        Assert.Equal(number, ScsiHosts.Number(name));
}
