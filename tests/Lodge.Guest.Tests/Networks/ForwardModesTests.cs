using Lodge.Testing;

namespace Lodge.Guest.Tests.Networks;

/// <summary>What each forward mode lets through, seen from a machine on the network and from one outside.</summary>
public sealed class ForwardModesTests : IAsyncLifetime
{
    private const string Virsh = "/usr/bin/virsh";
    private const string Inside = "10.88.0.5";

    // Waits for one connection.
    private const string Serve = $"""
        timeout 15 python3 -c 'import socket; socket.create_server(("{Inside}", 8000)).accept()' && echo somebody came ||
        echo nobody came
        """;

    private LodgedProcess? _lodged;

    private LodgedProcess Lodged => _lodged!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may make bridges");
        _lodged = await LodgedProcess.StartAsync();
    }

    public ValueTask DisposeAsync() => _lodged is null ? ValueTask.CompletedTask : _lodged.DisposeAsync();

    [Theory]
    [InlineData("route")]
    [InlineData("open")]
    public async Task A_machine_speaks_for_itself_and_is_reached_where_nothing_is_translated(string mode)
    {
        using var outside = OutsideServer.Start(Lodged);
        using var neighbour = await StartAsync(mode);

        Assert.Contains("hello from outside", await neighbour.DoAsync(OutsideServer.Ask), StringComparison.Ordinal);
        Assert.StartsWith(Inside + " ", outside.Served.Split('\n')[^2], StringComparison.Ordinal);
        var served = neighbour.DoAsync(Serve);
        Assert.True(await outside.ConnectAsync(Inside));
        Assert.Equal("somebody came\n", await served);
    }

    [Fact]
    public async Task Nobody_outside_begins_to_speak_with_a_machine_behind_NAT()
    {
        using var outside = OutsideServer.Start(Lodged);
        using var neighbour = await StartAsync("nat");

        Assert.Contains("hello from outside", await neighbour.DoAsync(OutsideServer.Ask), StringComparison.Ordinal);
        Assert.StartsWith("203.0.113.1 ", outside.Served.Split('\n')[^2], StringComparison.Ordinal);
        var served = neighbour.DoAsync(Serve);
        Assert.False(await outside.ConnectAsync(Inside));
        Assert.Equal("nobody came\n", await served);
    }

    [Fact]
    public async Task An_open_network_has_no_rule()
    {
        using var neighbour = await StartAsync("open");
        var rules = await ProgramRun.OfAsync("nsenter", [$"--net={Lodged.NetworkPath}", "nft", "list", "ruleset"]);
        Assert.DoesNotContain("fwd0", rules.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IPv6_is_translated_where_the_network_says_so()
    {
        using var outside = OutsideServer.Start(Lodged);
        await CreateAsync("""
            <network>
              <name>six</name><forward mode='nat'><nat ipv6='yes'/></forward><bridge name='fwd0'/>
              <ip family='ipv6' address='fd00:88::1' prefix='64'/>
            </network>
            """);
        using var neighbour = await NetworkNeighbour.PlugAsync(Lodged, "fwd0");
        await neighbour.DoAsync("""
            ip addr add fd00:88::5/64 dev g1 nodad
            ip link set g1 up
            ip route add default via fd00:88::1
            """);

        Assert.Contains("hello from outside", await neighbour.DoAsync(OutsideServer.Ask6), StringComparison.Ordinal);
        Assert.StartsWith("2001:db8:1::1 ", outside.Served6.Split('\n')[^2], StringComparison.Ordinal);
    }

    private async Task<NetworkNeighbour> StartAsync(string mode)
    {
        await CreateAsync($"""
            <network>
              <name>forwarded</name><forward mode='{mode}'/><bridge name='fwd0'/>
              <ip address='10.88.0.1' netmask='255.255.255.0'/>
            </network>
            """);
        var neighbour = await NetworkNeighbour.PlugAsync(Lodged, "fwd0");
        await neighbour.DoAsync($"""
            ip addr add {Inside}/24 dev g1
            ip link set g1 up
            ip route add default via 10.88.0.1
            """);
        return neighbour;
    }

    private async Task CreateAsync(string xml)
    {
        var path = Path.Combine(Lodged.Root, "network.xml");
        await File.WriteAllTextAsync(path, xml);
        Assert.Equal("", (await Lodged.RunAsync(Virsh, "net-create", path)).Errors);
    }
}
