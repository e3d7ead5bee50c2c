using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Tests.Test;

public sealed class TestHypervisorTests : IAsyncLifetime
{
    private LibvirtConnection _connection = null!;

    public async ValueTask InitializeAsync() => _connection = await LibvirtConnection.OpenAsync("test:///default");

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    [Fact]
    public async Task One_guest_runs_from_the_beginning()
    {
        var domain = Assert.Single(await _connection.ListAllDomainsAsync());
        Assert.Equal(("test", 1, "6695eb01-f6a4-8304-79aa-97f2502e193f"),
            (domain.Name, domain.Id, domain.Uuid.ToString()));
        Assert.Equal(VirDomainState.VIR_DOMAIN_RUNNING, (await domain.GetStateAsync()).State);
        var info = await domain.GetInfoAsync();
        Assert.Equal((8388608ul, 2097152ul, 2), (info.MaxMem, info.Memory, info.NrVirtCpu));
        Assert.Contains("<domain type='test' id='1'>", await domain.GetXmlDescAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_lives_and_tells_of_it()
    {
        await using var events = await _connection.DomainEventsAsync(VirDomainEventID.VIR_DOMAIN_EVENT_ID_LIFECYCLE);
        var domain = await _connection.DefineDomainXmlAsync(
            "<domain type='test'><name>new</name><memory>1024</memory><os><type>hvm</type></os></domain>");
        await domain.CreateAsync();
        Assert.Equal(2, domain.Id);
        await domain.SuspendAsync();
        await domain.ResumeAsync();
        await domain.DestroyAsync();
        await domain.UndefineAsync();
        foreach (var expected in (VirDomainEventType[])[
            VirDomainEventType.VIR_DOMAIN_EVENT_DEFINED,
            VirDomainEventType.VIR_DOMAIN_EVENT_STARTED,
            VirDomainEventType.VIR_DOMAIN_EVENT_SUSPENDED,
            VirDomainEventType.VIR_DOMAIN_EVENT_RESUMED,
            VirDomainEventType.VIR_DOMAIN_EVENT_STOPPED,
            VirDomainEventType.VIR_DOMAIN_EVENT_UNDEFINED])
        {
            var happened = Assert.IsType<DomainLifecycleEvent>(await events.NextAsync());
            Assert.Equal(("new", expected), (happened.Domain.Name, happened.Event));
        }

        await AssertRefusedAsync(VirErrorNumber.VIR_ERR_NO_DOMAIN, async () => await domain.GetInfoAsync());
    }

    [Fact]
    public async Task States_that_do_not_fit_are_refused_with_libvirts_words()
    {
        var domain = await _connection.LookupDomainByNameAsync("test");
        Assert.Equal(
            "internal error: domain 'test' not paused",
            await AssertRefusedAsync(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, async () => await domain.ResumeAsync()));
        await domain.DestroyAsync();
        Assert.Equal(
            "Requested operation is not valid: domain is not running",
            await AssertRefusedAsync(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID, async () => await domain.DestroyAsync()));
        Assert.Equal(
            "unsupported flags (0x1) in function testDomainCreateWithFlags",
            await AssertRefusedAsync(VirErrorNumber.VIR_ERR_INVALID_ARG, async () =>
                await domain.CreateWithFlagsAsync(VirDomainCreateFlags.VIR_DOMAIN_START_PAUSED)));
    }

    [Fact]
    public async Task A_transient_guest_is_gone_when_it_stops()
    {
        var domain = await _connection.CreateDomainXmlAsync(
            "<domain type='test'><name>brief</name><memory>1024</memory><os><type>hvm</type></os></domain>");
        Assert.False(await domain.IsPersistentAsync());
        await domain.ShutdownAsync();
        await AssertRefusedAsync(
            VirErrorNumber.VIR_ERR_NO_DOMAIN, async () => await _connection.LookupDomainByNameAsync("brief"));
    }

    [Fact]
    public async Task Names_and_uuids_stay_unique()
    {
        await AssertRefusedAsync(
            VirErrorNumber.VIR_ERR_OPERATION_FAILED, async () => await _connection.DefineDomainXmlAsync(
            "<domain type='test'><name>test</name><memory>1024</memory><os><type>hvm</type></os></domain>"));
        await AssertRefusedAsync(
            VirErrorNumber.VIR_ERR_OPERATION_FAILED, async () => await _connection.DefineDomainXmlAsync(
            "<domain type='test'><name>other</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>"
            + "<memory>1024</memory><os><type>hvm</type></os></domain>"));
    }

    [Fact]
    public async Task Live_and_stored_descriptions_are_changed_apart()
    {
        var domain = await _connection.LookupDomainByNameAsync("test");
        await domain.SetVcpusFlagsAsync(1, VirDomainVcpuFlags.VIR_DOMAIN_VCPU_LIVE);
        Assert.Equal(1, await domain.GetVcpusFlagsAsync(VirDomainVcpuFlags.VIR_DOMAIN_VCPU_LIVE));
        Assert.Equal(2, await domain.GetVcpusFlagsAsync(VirDomainVcpuFlags.VIR_DOMAIN_VCPU_CONFIG));
    }

    [Fact]
    public async Task Notes_of_applications_are_kept_in_their_namespace()
    {
        var domain = await _connection.LookupDomainByNameAsync("test");
        await domain.SetMetadataAsync(
            VirDomainMetadataType.VIR_DOMAIN_METADATA_ELEMENT, "<a>1</a>", "p", "http://example.org/");
        Assert.Contains("<p:a xmlns:p=", await domain.GetXmlDescAsync(), StringComparison.Ordinal);
        Assert.Equal("<a>1</a>", await domain.GetMetadataAsync(
            VirDomainMetadataType.VIR_DOMAIN_METADATA_ELEMENT, "http://example.org/"));
        await AssertRefusedAsync(VirErrorNumber.VIR_ERR_NO_DOMAIN_METADATA, async () => await domain.GetMetadataAsync(
            VirDomainMetadataType.VIR_DOMAIN_METADATA_ELEMENT, "http://example.org/other"));
    }

    [Fact]
    public async Task Limits_are_written_down()
    {
        var domain = await _connection.LookupDomainByNameAsync("test");
        await domain.SetMemoryParametersAsync([TypedParameter.Of(VirConstants.VIR_DOMAIN_MEMORY_HARD_LIMIT, 4096ul)]);
        Assert.Equal(4096ul, (await domain.GetMemoryParametersAsync()).FindUInt64("hard_limit"));
        await domain.SetBlockIoTuneAsync("vda", [TypedParameter.Of("total_iops_sec", 7ul)]);
        Assert.Equal(20, (await domain.GetBlockIoTuneAsync("vda")).Length);
        Assert.Contains(
            "<total_iops_sec>7</total_iops_sec>", await domain.GetXmlDescAsync(), StringComparison.Ordinal);
        await AssertRefusedAsync(VirErrorNumber.VIR_ERR_INVALID_ARG, async () =>
            await domain.SetBlockIoTuneAsync("vda", [TypedParameter.Of("pace", 7ul)]));
    }

    [Fact]
    public async Task What_is_not_there_says_so_by_its_name()
    {
        var domain = await _connection.LookupDomainByNameAsync("test");
        Assert.EndsWith("virDomainBlockPull", await AssertRefusedAsync(
            VirErrorNumber.VIR_ERR_NO_SUPPORT, async () => await domain.BlockPullAsync("vda", 0)),
                StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_connection_changes_nothing()
    {
        await using var connection = await LibvirtConnection.OpenAsync("test:///default", new() { ReadOnly = true });
        var domain = await connection.LookupDomainByNameAsync("test");
        await AssertRefusedAsync(VirErrorNumber.VIR_ERR_OPERATION_DENIED, async () => await domain.DestroyAsync());
    }

    [Fact]
    public async Task Guests_come_from_a_file_too()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                path,
                "<node><domain type='test'><name>filed</name><memory>1024</memory><os><type>hvm</type></os></domain>"
                    + "</node>");
            await using var connection = await LibvirtConnection.OpenAsync($"test://{path}");
            Assert.Equal("filed", Assert.Single(await connection.ListAllDomainsAsync()).Name);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task The_host_and_its_things_are_those_of_libvirts_test_driver()
    {
        var node = await _connection.GetNodeInfoAsync();
        Assert.Equal(("i686", 3145728ul, 16, 2), (node.Model, node.Memory, node.Cpus, node.Nodes));
        Assert.Equal("virbr0", await (await _connection.LookupNetworkByNameAsync("default")).GetBridgeNameAsync());
        Assert.Equal(107374182400ul,
            (await (await _connection.LookupStoragePoolByNameAsync("default-pool")).GetInfoAsync()).Capacity);
        Assert.Equal("eth1", Assert.Single(await _connection.ListAllInterfacesAsync()).Name);
        Assert.Equal(4, (await _connection.GetNodeCpuStatsAsync(-1)).Length);
    }

    private static async Task<string> AssertRefusedAsync(VirErrorNumber code, Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<VirException>(call);
        Assert.Equal(code, error.Code);
        return error.Message;
    }
}
