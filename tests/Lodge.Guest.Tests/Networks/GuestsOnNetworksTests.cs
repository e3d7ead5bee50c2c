using Lodge.Testing;

namespace Lodge.Guest.Tests.Networks;

/// <summary>
/// Real guests on networks that stock virsh made: they find each other, the host and the world, or must not.
/// </summary>
public sealed class GuestsOnNetworksTests : IAsyncLifetime
{
    private const string Virsh = "/usr/bin/virsh";
    private const string GetAddress =
        "kill $(cat /run/udhcpc.eth0.pid); udhcpc -i eth0 -n -q -t 20 -T 1 -s /etc/udhcpc/lease >/dev/null";

    private const string AskOutside =
        $"printf 'GET /hello HTTP/1.0\\r\\n\\r\\n' | nc -w 10 {OutsideServer.Address} 8000";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private LodgedProcess? _lodged;

    private LodgedProcess Lodged => _lodged!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may make bridges");
        _lodged = await LodgedProcess.StartAsync();
    }

    public ValueTask DisposeAsync() => _lodged is null ? ValueTask.CompletedTask : _lodged.DisposeAsync();

    [Fact]
    public async Task Guests_on_default_reach_each_other_by_name_and_the_world_by_NAT_whatever_befalls_the_daemon()
    {
        using var outside = OutsideServer.Start(Lodged);
        await VirshAsync("net-update", "default", "add", "dns-host",
            "<host ip='192.168.122.1'><hostname>host.lodge</hostname></host>", "--live", "--config");
        await StartGuestAsync("anna", "52:54:00:00:00:0a", "192.168.122.10");
        await StartGuestAsync("berta", "52:54:00:00:00:0b", "192.168.122.11");
        await InGuestAsync("berta", GetAddress);
        await InGuestAsync("anna", GetAddress);

        await InGuestAsync("anna", "ping -c 1 -W 5 berta");
        await InGuestAsync("berta", "ping -c 1 -W 5 anna");
        await InGuestAsync("anna", "ping -c 1 -W 5 host.lodge");
        var page = await InGuestAsync("anna", AskOutside);

        Assert.Contains("hello from outside", page, StringComparison.Ordinal);
        Assert.StartsWith("203.0.113.1 ", outside.Served.Split('\n')[^2], StringComparison.Ordinal);
        var leases = await VirshAsync("net-dhcp-leases", "default");
        Assert.Contains("192.168.122.10/24", leases, StringComparison.Ordinal);
        Assert.Contains("192.168.122.11/24", await VirshAsync("domifaddr", "berta"), StringComparison.Ordinal);
        Assert.Contains(
            "192.168.122.11/0", await VirshAsync("domifaddr", "berta", "--source", "arp"), StringComparison.Ordinal);

        await Lodged.CrashAsync();
        await OnHostAsync("nft", "flush", "ruleset");
        await OnHostAsync("pkill", "-9", "-f", $"{Lodged.Root}/var/lib/dnsmasq/default.conf");
        await Lodged.StartAgainAsync();

        Assert.Contains("connections='2'", await VirshAsync("net-dumpxml", "default"), StringComparison.Ordinal);
        await InGuestAsync("berta", GetAddress);
        Assert.Contains("hello from outside", await InGuestAsync("berta", AskOutside), StringComparison.Ordinal);
        await InGuestAsync("berta", "ping -c 1 -W 5 anna");
        await VirshAsync("destroy", "anna");
        Assert.Contains("connections='1'", await VirshAsync("net-dumpxml", "default"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_on_an_isolated_network_have_addresses_and_their_host_but_do_not_get_out()
    {
        using var outside = OutsideServer.Start(Lodged);
        var xml = Path.Combine(Lodged.Root, "closed.xml");
        await File.WriteAllTextAsync(xml, """
            <network>
              <name>closed</name>
              <ip address='10.77.0.1' netmask='255.255.255.0'>
                <dhcp><range start='10.77.0.2' end='10.77.0.99'/></dhcp>
              </ip>
            </network>
            """);
        await VirshAsync("net-create", xml);
        await StartGuestAsync("carla", "52:54:00:00:00:0c", address: null, network: "closed");

        await InGuestAsync("carla", GetAddress);
        await InGuestAsync("carla", "ping -c 1 -W 5 10.77.0.1");
        await InGuestAsync("carla", "ip route replace default via 10.77.0.1");
        var answer = await InGuestAsync("carla", AskOutside + " || true");

        Assert.DoesNotContain("hello from outside", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("GET /hello", outside.Served, StringComparison.Ordinal);
    }

    private async Task StartGuestAsync(string name, string mac, string? address, string network = "default")
    {
        if (address is not null)
        {
            await VirshAsync("net-update", network, "add", "ip-dhcp-host",
                $"<host mac='{mac}' name='{name}' ip='{address}'/>", "--live", "--config");
        }

        var xml = Path.Combine(Lodged.Root, name + ".xml");
        await File.WriteAllTextAsync(xml, TestGuest.Xml(name).Replace(
            "<interface type='user'>",
            $"<interface type='network'><mac address='{mac}'/><source network='{network}'/>",
            StringComparison.Ordinal));
        await VirshAsync("create", xml);
    }

    private async Task<string> VirshAsync(params string[] arguments)
    {
        var run = await Lodged.RunAsync(Virsh, arguments);
        Assert.True(run.ExitCode == 0, $"virsh {string.Join(' ', arguments)}: {run.Output}{run.Errors}");
        return run.Output;
    }

    private async Task<string> InGuestAsync(string name, string command)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Clients", "guest_run.exp");
        var run = await ProgramRun.OfAsync("/usr/bin/expect", [script, Virsh, Lodged.Uri, name, command], Patience);
        Assert.True(run.ExitCode == 0, $"in {name}: {command}: {run.Output}{run.Errors}");
        return run.Output;
    }

    private async Task OnHostAsync(string program, params string[] arguments)
    {
        var run = await ProgramRun.OfAsync("nsenter", [$"--net={Lodged.NetworkPath}", program, .. arguments]);
        Assert.True(run.ExitCode == 0, $"{program}: {run.Output}{run.Errors}");
    }
}
