using Lodge.Client;
using Lodge.Install.Cloning;
using Lodge.Install.Facts;
using Lodge.Install.Flow;
using Lodge.Install.Options.Methods;
using Lodge.Install.Tests.Flow;

namespace Lodge.Install.Tests.Cloning;

/// <summary>Guests with two disks are cloned, on the hypervisor that is in memory.</summary>
public sealed class CloneRunTests : IAsyncLifetime
{
    private const string Original = """
        <domain type='test'>
          <name>web</name>
          <title>The first</title>
          <memory unit='MiB'>64</memory>
          <os><type arch='i686'>hvm</type></os>
          <devices>
            <disk type='file' device='disk'>
              <source file='/default-pool/web.img'/><target dev='vda' bus='virtio'/>
            </disk>
            <disk type='file' device='disk'>
              <source file='/default-pool/more.img'/><target dev='vdb' bus='virtio'/>
            </disk>
            <disk type='file' device='cdrom'>
              <source file='/default-pool/cd.iso'/><target dev='sda' bus='sata'/><readonly/>
            </disk>
            <interface type='user'><mac address='52:54:00:11:22:33'/></interface>
          </devices>
        </domain>
        """;

    private LibvirtConnection _connection = null!;

    public async ValueTask InitializeAsync()
    {
        _connection = await LibvirtConnection.OpenAsync("test:///default");
        var pool = await PoolAsync();
        foreach (var name in new[] { "web.img", "more.img", "cd.iso" })
            await pool.CreateVolumeXmlAsync(
                $"<volume><name>{name}</name><capacity>1048576</capacity></volume>");
        await _connection.DefineDomainXmlAsync(Original);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    [Fact]
    public async Task All_that_two_guests_may_not_share_is_new_and_the_rest_stays()
    {
        using var report = new HeardReport();
        var xml = await CloneAsync(Request(), report);

        Assert.Contains("<name>web-clone</name>", xml, StringComparison.Ordinal);
        Assert.Contains("/default-pool/web-clone.img", xml, StringComparison.Ordinal);
        Assert.Contains("/default-pool/more-clone.img", xml, StringComparison.Ordinal);
        Assert.Contains("/default-pool/cd.iso", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("52:54:00:11:22:33", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<title>", xml, StringComparison.Ordinal);
        Assert.Equal(
            ["cd.iso", "more-clone.img", "more.img", "web-clone.img", "web.img"], await VolumesAsync());
    }

    [Fact]
    public async Task Files_are_given_in_the_order_of_disks_and_those_that_are_not_are_made_up()
    {
        using var report = new HeardReport();
        var xml = await CloneAsync(Request() with { Name = "other", Files = ["/default-pool/a.img"] }, report);

        Assert.Contains("/default-pool/a.img", xml, StringComparison.Ordinal);
        Assert.Contains("/default-pool/more-clone.img", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disks_are_shared_or_taken_as_they_are_where_that_is_said()
    {
        using var report = new HeardReport();
        var shared = await CloneAsync(Request() with { Name = "second", Shared = ["vdb"] }, report, "path_in_use=off");
        Assert.Contains("/default-pool/more.img", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("more-clone.img", shared, StringComparison.Ordinal);

        var kept = Request() with
        {
            Name = "third", IsPreserved = true, Files = ["/default-pool/more.img", "/default-pool/web.img"],
        };
        report.Begun.Clear();
        await CloneAsync(kept, report, "all=off");
        Assert.Empty(report.Begun);
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_written_over()
    {
        using var report = new HeardReport();
        var request = Request() with { Files = ["/default-pool/cd.iso"] };
        await Assert.ThrowsAsync<InstallFailure>(() => CloneAsync(request, report));
        Assert.Equal(["cd.iso", "more.img", "web.img"], await VolumesAsync());
    }

    [Theory]
    [InlineData("Allocating 'web-clone.img'")]
    [InlineData("Allocating 'more-clone.img'")]
    public async Task Called_off_it_leaves_nothing(string moment)
    {
        using var report = new HeardReport(moment);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CloneAsync(Request(), report));
        Assert.Equal(["cd.iso", "more.img", "web.img"], await VolumesAsync());
        Assert.Equal(
            ["test", "web"],
            (await _connection.ListAllDomainsAsync()).Select(domain => domain.Name).Order(StringComparer.Ordinal));
    }

    private static CloneRequest Request() =>
        new() { Original = "web", IsAutomatic = true, Checks = CheckOptions.Parse([]) };

    private async Task<string> CloneAsync(CloneRequest request, HeardReport report, params string[] checks)
    {
        var facts = await ConnectionFacts.ReadAsync(_connection);
        var asked = request with { Checks = CheckOptions.Parse(checks) };
        var clone = await new ClonePreparation(asked, _connection, facts, report).RunAsync(report.Cancellation);
        await new CloneRun(clone, _connection, report, report).RunAsync(report.Cancellation);
        return await (await _connection.LookupDomainByNameAsync(clone.Name)).GetXmlDescAsync();
    }

    private async Task<StoragePool> PoolAsync() => await _connection.LookupStoragePoolByNameAsync("default-pool");

    private async Task<IEnumerable<string>> VolumesAsync() =>
        (await (await PoolAsync()).ListVolumesAsync()).Order(StringComparer.Ordinal);
}
