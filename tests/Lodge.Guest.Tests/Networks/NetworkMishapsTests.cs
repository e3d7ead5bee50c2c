using System.Globalization;
using Lodge.Testing;

namespace Lodge.Guest.Tests.Networks;

/// <summary>What befalls networks while they run, and hosts that are not as they should be.</summary>
public sealed class NetworkMishapsTests : IAsyncLifetime
{
    private const string Virsh = "/usr/bin/virsh";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may make bridges");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_dnsmasq_that_dies_is_started_again_and_it_is_said()
    {
        await using var lodged = await LodgedProcess.StartAsync();
        var file = Path.Combine(lodged.Root, "run", "lodge", "network", "default.pid");
        var before = await File.ReadAllTextAsync(file);
        using var watch = new FileSystemWatcher(Path.GetDirectoryName(file)!, "default.pid");
        var again = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watch.Changed += (_, _) =>
        {
            if (File.ReadAllText(file) is { Length: > 0 } now && now != before) again.TrySetResult();
        };
        watch.EnableRaisingEvents = true;

        await RunAsync("kill", "-9", before.Trim());
        await again.Task.WaitAsync(Patience);

        var next = int.Parse(await File.ReadAllTextAsync(file), CultureInfo.InvariantCulture);
        Assert.Equal("dnsmasq", (await File.ReadAllTextAsync($"/proc/{next}/comm")).Trim());
        Assert.Contains(
            "dnsmasq of network 'default' ended unexpectedly: it is started again",
            await File.ReadAllTextAsync(Path.Combine(lodged.Root, "stderr")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_dnsmasq_a_network_that_needs_it_says_so_and_leaves_nothing()
    {
        var bare = Directory.CreateTempSubdirectory("lodge-bare-").FullName;
        try
        {
            await using var lodged = await LodgedProcess.StartOnHostAsync($"""
                mount --make-rprivate /
                mount --bind /usr/sbin {bare}
                mount -t tmpfs tmpfs /usr/sbin
                ln -s {bare}/* /usr/sbin/
                rm /usr/sbin/dnsmasq
                """);
            var refused = await lodged.RunAsync(Virsh, "net-start", "default");
            Assert.Contains(
                "Cannot find 'dnsmasq' in path: No such file or directory; install dnsmasq to start network 'default'",
                refused.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("virbr0", await OnHostAsync(lodged, "ip", "link"), StringComparison.Ordinal);
            Assert.DoesNotContain(
                "lodge_net", await OnHostAsync(lodged, "nft", "list", "ruleset"), StringComparison.Ordinal);
            Assert.Contains("default   inactive", (await lodged.RunAsync(Virsh, "net-list", "--all")).Output,
                StringComparison.Ordinal);

            var xml = Path.Combine(lodged.Root, "mute.xml");
            await File.WriteAllTextAsync(xml, "<network><name>mute</name><dns enable='no'/></network>");
            var started = await lodged.RunAsync(Virsh, "net-create", xml);
            Assert.Equal("", started.Errors);
        }
        finally
        {
            Directory.Delete(bare);
        }
    }

    [Fact]
    public async Task A_subnet_that_the_host_routes_already_is_avoided_and_it_is_said()
    {
        await using var lodged = await LodgedProcess.StartOnHostAsync("""
            ip link add taken0 type veth peer name taken1
            ip addr add 192.168.122.77/24 dev taken0
            ip link set taken0 up
            ip link set taken1 up
            """);

        var xml = (await lodged.RunAsync(Virsh, "net-dumpxml", "default")).Output;
        Assert.Contains("<ip address='192.168.123.1' netmask='255.255.255.0'>", xml, StringComparison.Ordinal);
        Assert.Contains("<range start='192.168.123.2' end='192.168.123.254'/>", xml, StringComparison.Ordinal);
        Assert.Contains(
            "default   active", (await lodged.RunAsync(Virsh, "net-list")).Output, StringComparison.Ordinal);
        Assert.Contains(
            "192.168.122.0/24 is routed on this host already: network 'default' takes 192.168.123.0/24",
            await File.ReadAllTextAsync(Path.Combine(lodged.Root, "stderr")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_Docker_guests_get_out_and_flushed_rules_are_put_back_while_the_daemon_runs()
    {
        await using var lodged = await LodgedProcess.StartOnHostAsync("""
            nft add table ip filter
            nft 'add chain ip filter FORWARD { type filter hook forward priority 0; policy drop; }'
            nft add chain ip filter DOCKER-USER
            nft add rule ip filter FORWARD jump DOCKER-USER
            """);
        using var outside = OutsideServer.Start(lodged);
        using var neighbour = await NetworkNeighbour.PlugAsync(lodged, "virbr0");
        await neighbour.DoAsync("""
            ip addr add 192.168.122.50/24 dev g1
            ip link set g1 up
            ip route add default via 192.168.122.1
            """);
        Assert.Contains("hello from outside", await neighbour.DoAsync(OutsideServer.Ask), StringComparison.Ordinal);
        Assert.Contains(
            "this host drops forwarded traffic by default",
            await File.ReadAllTextAsync(Path.Combine(lodged.Root, "stderr")), StringComparison.Ordinal);

        await OnHostAsync(lodged, "nft", "flush", "ruleset");
        await OnHostAsync(
            lodged, "timeout", "25", "sh", "-c",
            "until nft list ruleset | grep -q 'table inet lodge_net'; do sleep 0.2; done");
        Assert.Contains("hello from outside", await neighbour.DoAsync(OutsideServer.Ask), StringComparison.Ordinal);
        await lodged.RunAsync(Virsh, "net-destroy", "default");
        Assert.DoesNotContain(
                "lodge_net", await OnHostAsync(lodged, "nft", "list", "ruleset"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_of_IPv6_gives_addresses_and_its_host_serves_there()
    {
        await using var lodged = await LodgedProcess.StartAsync();
        var xml = Path.Combine(lodged.Root, "six.xml");
        await File.WriteAllTextAsync(xml, """
            <network>
              <name>six</name><forward mode='nat'><nat ipv6='yes'/></forward><bridge name='six0'/>
              <ip family='ipv6' address='fd00:6::1' prefix='64'/>
            </network>
            """);
        Assert.Equal("", (await lodged.RunAsync(Virsh, "net-create", xml)).Errors);
        using var neighbour = await NetworkNeighbour.PlugAsync(lodged, "six0");

        var addresses = await neighbour.DoAsync("""
            ip link set g1 up
            timeout 25 sh -c 'until ip -6 addr show dev g1 scope global -tentative | grep fd00:6:; do sleep 0.2; done'
            python3 -c 'import socket; print(socket.create_connection(("fd00:6::1", 53), 5).getpeername()[0])'
            """);
        Assert.Contains("inet6 fd00:6:", addresses, StringComparison.Ordinal);
        Assert.EndsWith("fd00:6::1\n", addresses, StringComparison.Ordinal);
    }

    private static Task<string> OnHostAsync(LodgedProcess lodged, params string[] command) =>
        RunAsync("nsenter", [$"--net={lodged.NetworkPath}", .. command]);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var run = await ProgramRun.OfAsync(program, arguments);
        Assert.True(run.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {run.Output}{run.Errors}");
        return run.Output;
    }
}
