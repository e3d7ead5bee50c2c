using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Client.Tests.Interop;

/// <summary>Against whatever libvirtd serves this host; skipped where none does.</summary>
public sealed class StockServerTests
{
    private const string Socket = "/run/libvirt/libvirt-sock";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stock_server_answers_our_client(bool inline)
    {
        await using var connection = await OpenAsync(inline);
        Assert.Equal("QEMU", await connection.GetTypeAsync());
        Assert.NotEqual(0ul, await connection.GetLibVersionAsync());
        Assert.True((await connection.GetNodeInfoAsync()).Cpus > 0);
        Assert.StartsWith("<capabilities>", await connection.GetCapabilitiesAsync(), StringComparison.Ordinal);
        Assert.NotEmpty(await connection.GetNodeMemoryStatsAsync(-1));
        var error = await Assert.ThrowsAsync<VirException>(async () =>
            await connection.LookupDomainByNameAsync("lodge-there-is-none"));
        Assert.Equal(VirErrorNumber.VIR_ERR_NO_DOMAIN, error.Code);
    }

    [Fact]
    public async Task A_guest_is_defined_and_undefined_and_its_events_come()
    {
        await using var connection = await OpenAsync(inline: false);
        await using var events = await connection.DomainEventsAsync(VirDomainEventID.VIR_DOMAIN_EVENT_ID_LIFECYCLE);
        var name = $"lodge-{Guid.NewGuid():N}";
        var domain = await connection.DefineDomainXmlAsync(
            $"<domain type='qemu'><name>{name}</name><memory>65536</memory><os><type>hvm</type></os></domain>");
        Assert.Contains(name, await domain.GetXmlDescAsync(), StringComparison.Ordinal);
        await domain.UndefineFlagsAsync(VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_NVRAM);
        var seen = new List<VirDomainEventType>();
        await foreach (var happened in events)
        {
            if (happened is DomainLifecycleEvent life && life.Domain.Name == name)
            {
                seen.Add(life.Event);
                if (life.Event == VirDomainEventType.VIR_DOMAIN_EVENT_UNDEFINED)
                {
                    break;
                }
            }
        }

        Assert.Equal(
            [VirDomainEventType.VIR_DOMAIN_EVENT_DEFINED, VirDomainEventType.VIR_DOMAIN_EVENT_UNDEFINED], seen);
    }

    [Fact]
    public async Task A_thousand_calls_go_over_one_connection_at_once()
    {
        await using var connection = await OpenAsync(inline: false);
        var names = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => connection.GetHostnameAsync().AsTask()));
        Assert.Single(names.Distinct());
    }

    private static async Task<LibvirtConnection> OpenAsync(bool inline)
    {
        Assert.SkipUnless(File.Exists(Socket), $"no libvirtd serves {Socket}");
        try
        {
            return await LibvirtConnection.OpenAsync(
                $"qemu+unix:///system?socket={Socket}", new() { ReadsInline = inline });
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_SYSTEM_ERROR)
        {
            Assert.Skip($"no libvirtd serves {Socket}: {error.Message}");
            throw;
        }
    }
}
