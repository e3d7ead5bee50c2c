using Lodge.Daemon.Config;
using Lodge.Daemon.Filters;
using Lodge.Model.Nwfilter;
using Lodge.Network.Filters;
using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Tests.Filters;

/// <summary>Packet filters are kept, changed and forgotten as libvirt does, on the disk too.</summary>
public sealed class FilterDriverTests : IDisposable
{
    private const string Uuid = "5c6d49af-b071-6127-b4ec-6f8ed4b55335";
    private const string OtherUuid = "5c6d49af-b071-6127-b4ec-6f8ed4b55336";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-filters-");

    [Fact]
    public async Task The_first_start_has_the_stock_filters_and_a_later_one_those_that_were_left()
    {
        await using (var first = Open())
        {
            Assert.Equal(24, first.All.Count);
            Assert.Contains("no-mac-spoofing", first.Find("clean-traffic").Xml, StringComparison.Ordinal);
            await first.UndefineAsync(first.Find("allow-arp").Uuid, default);
        }

        await using var second = Open();
        Assert.Equal(23, second.All.Count);
        Assert.Equal(
            VirErrorNumber.VIR_ERR_NO_NWFILTER, Assert.Throws<VirException>(() => second.Find("allow-arp")).Code);
    }

    [Fact]
    public async Task A_filter_keeps_its_uuid_over_a_restart()
    {
        VirUuid uuid;
        await using (var first = Open())
        {
            uuid = (await first.DefineAsync(Parse("<filter name='mine'/>"), default)).Uuid;
        }

        await using var second = Open();
        Assert.Equal("mine", second.Find(uuid).Name);
    }

    [Theory]
    [InlineData("other", Uuid, "", "filter with same UUID but different name ('mine') already exists")]
    [InlineData("mine", OtherUuid, "", $"filter 'mine' already exists with uuid {Uuid}")]
    [InlineData("mine", Uuid, "<filterref filter='mine'/>", "filter would introduce a loop")]
    [InlineData("mine", Uuid, "<filterref filter='user'/>", "filter would introduce a loop")]
    public async Task What_contradicts_a_filter_is_refused_and_changes_nothing(
        string name, string uuid, string inside, string words)
    {
        var xml = $"<filter name='{name}'><uuid>{uuid}</uuid>{inside}</filter>";
        await using var driver = Open();
        var mine = await driver.DefineAsync(Parse($"<filter name='mine'><uuid>{Uuid}</uuid></filter>"), default);
        await driver.DefineAsync(Parse("<filter name='user'><filterref filter='mine'/></filter>"), default);
        var refused = await Assert.ThrowsAsync<VirException>(() => driver.DefineAsync(Parse(xml), default));
        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_FAILED, refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal(mine.Xml, driver.Find("mine").Xml);
    }

    [Fact]
    public async Task A_port_has_one_binding_which_outlives_the_daemon()
    {
        const string Binding =
            "<filterbinding><owner><name>g</name><uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid></owner>"
            + "<portdev name='lodge-none0'/><mac address='52:54:00:7b:35:93'/>"
            + "<filterref filter='clean-traffic'/></filterbinding>";
        await using (var first = Open())
        {
            var bound = await first.BindAsync(FilterBinding.Parse(Binding), default);
            Assert.Equal("clean-traffic", bound.Wire.Filtername);
            var twice = await Assert.ThrowsAsync<VirException>(() =>
                first.BindAsync(FilterBinding.Parse(Binding), default));
            Assert.Contains("binding 'lodge-none0' already exists", twice.Message, StringComparison.Ordinal);
        }

        await using var second = Open();
        await second.RestoreAsync();
        Assert.Equal("g", second.FindBinding("lodge-none0").Definition.OwnerName);
        await second.UnbindAsync("lodge-none0");
        Assert.Equal(
            VirErrorNumber.VIR_ERR_NO_NWFILTER_BINDING,
            Assert.Throws<VirException>(() => second.FindBinding("lodge-none0")).Code);
    }

    [Fact]
    public void A_binding_tells_the_values_its_rules_were_made_with()
    {
        var definition = FilterBinding.Parse(
            "<filterbinding><owner><name>g</name><uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid></owner>"
            + "<portdev name='v'/><mac address='52:54:00:7b:35:93'/><filterref filter='f'/></filterbinding>");
        var told = new StoredBinding(definition, [new(System.Net.IPAddress.Loopback, null)]).WithOwnValues().Format();
        Assert.Contains("<parameter name='MAC' value='52:54:00:7b:35:93'/>", told, StringComparison.Ordinal);
        Assert.Contains("<parameter name='IP' value='127.0.0.1'/>", told, StringComparison.Ordinal);
        Assert.DoesNotContain("parameter", definition.Format(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_users_own_daemon_has_no_filters_and_says_so()
    {
        await using var driver = new FilterDriver(DaemonPaths.Below(_folder.FullName, session: true),
            new NoPacketFilter());
        Assert.Empty(driver.All);
        var refused = await Assert.ThrowsAsync<VirException>(() =>
            driver.DefineAsync(Parse("<filter name='f'/>"), default));
        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_INVALID, refused.Code);
    }

    [Fact]
    public async Task A_broken_file_is_passed_over_and_the_others_are_there()
    {
        await using (Open())
        {
        }

        var broken = Path.Combine(_folder.FullName, "etc", "nwfilter", "broken.xml");
        await File.WriteAllTextAsync(broken, "<filter", TestContext.Current.CancellationToken);
        await using var driver = Open();
        Assert.Equal(24, driver.All.Count);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private FilterDriver Open() => new(DaemonPaths.Below(_folder.FullName), new NoPacketFilter());

    private static NetworkFilter Parse(string xml) => NetworkFilter.Parse(xml);

    private sealed class NoPacketFilter : IPacketFilter
    {
        public Task ApplyAsync(string script, CancellationToken cancellation = default) => Task.CompletedTask;

        public Task<bool> TakesAsync(string script) => Task.FromResult(true);

        public Task<string?> ListAsync(string table) => Task.FromResult<string?>(null);
    }
}
