using Lodge.Client;
using Lodge.Protocol;
using Lodge.Protocol.Remote;
using Lodge.Testing;

namespace Lodge.Guest.Tests.Networks;

/// <summary>
/// What networks and their ports promise and limit stands in the kernel, in the classes that libvirt makes.
/// </summary>
public sealed class NetworkRatesTests(DaemonFixture daemon) : IClassFixture<DaemonFixture>
{
    private const string Virsh = "/usr/bin/virsh";
    private const string First = "11111111-0000-0000-0000-000000000001";
    private const string Second = "11111111-0000-0000-0000-000000000002";

    [Fact]
    public async Task A_bridge_has_the_networks_rate_and_a_class_for_each_port_with_a_floor()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may make bridges");
        await VirshAsync("net-create", Written("rated", """
            <network>
              <name>rated</name><bridge name='rated0'/>
              <bandwidth><inbound average='1000' peak='2000' burst='1024'/><outbound average='500' burst='256'/></bandwidth>
              <ip address='10.78.0.1' netmask='255.255.255.0'/>
            </network>
            """));
        Assert.Equal(
            ["class htb 1:1 root rate 8Mbit ceil 16Mbit", "class htb 1:2 parent 1:1 rate 8Mbit ceil 16Mbit"],
            await ClassesAsync());

        await VirshAsync("net-port-create", "rated", Port(First, "01", floor: 300));
        await VirshAsync("net-port-create", "rated", Port(Second, "02", floor: 500));
        Assert.Equal(
            [
                "class htb 1:1 root rate 8Mbit ceil 16Mbit",
                "class htb 1:2 parent 1:1 rate 9600Kbit ceil 16Mbit",
                "class htb 1:3 parent 1:1 rate 2400Kbit ceil 16Mbit",
                "class htb 1:4 parent 1:1 rate 4Mbit ceil 16Mbit",
            ],
            await ClassesAsync());
        var filters = await TcAsync("filter", "show", "dev", "rated0");
        Assert.Contains("flowid 1:3", filters, StringComparison.Ordinal);
        Assert.Contains("match 00000001/ffffffff at -12", filters, StringComparison.Ordinal);
        Assert.Contains("match 00005254/0000ffff at -16", filters, StringComparison.Ordinal);

        var refused = await daemon.Lodged.RunAsync(
            Virsh, "net-port-create", "rated", Port("11111111-0000-0000-0000-000000000003", "03", floor: 1201));
        Assert.Contains(
            "Cannot plug '52:54:00:00:00:03' interface into 'rated0' because new combined inbound floor=2001 would "
            + "overcommit peak=2000 on network 'rated'",
            refused.Errors, StringComparison.Ordinal);

        await LimitAsync(Second, average: 600, floor: 100);
        Assert.Contains("class htb 1:4 parent 1:1 rate 800Kbit ceil 16Mbit", await ClassesAsync());
        await VirshAsync("net-port-delete", "rated", First);
        await LimitAsync(Second, average: 600, floor: 0);
        Assert.Equal(
            ["class htb 1:1 root rate 8Mbit ceil 16Mbit", "class htb 1:2 parent 1:1 rate 16Mbit ceil 16Mbit"],
            await ClassesAsync());
        Assert.DoesNotContain("flowid", await TcAsync("filter", "show", "dev", "rated0"), StringComparison.Ordinal);
        await VirshAsync("net-destroy", "rated");
    }

    [Fact]
    public async Task A_floor_needs_a_network_with_a_rate_of_its_own()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may make bridges");
        var refused = await daemon.Lodged.RunAsync(Virsh, "net-port-create", "default", Port(First, "01", floor: 1));
        Assert.Contains(
            "Operation not supported: Invalid use of 'floor' on interface with MAC address 52:54:00:00:00:01 - "
            + "network 'default' has no inbound QoS set",
            refused.Errors, StringComparison.Ordinal);
        await VirshAsync("net-create", Written(
            "foreign", "<network><name>foreign</name><forward mode='bridge'/><bridge name='nobr0'/></network>"));
        refused = await daemon.Lodged.RunAsync(Virsh, "net-port-create", "foreign", Port(First, "01", floor: 1));
        Assert.Contains(
            "'floor' is only supported for interface type 'network' with forward type 'nat', 'route', 'open' or none",
            refused.Errors, StringComparison.Ordinal);
        await VirshAsync("net-destroy", "foreign");
    }

    private async Task LimitAsync(string port, uint average, uint floor)
    {
        await using var connection = await LibvirtConnection.OpenAsync(daemon.Lodged.Uri);
        var network = await connection.LookupNetworkByNameAsync("rated");
        await (await network.LookupPortByUuidAsync(VirUuid.Parse(port))).SetParametersAsync(
        [
            TypedParameter.Of("inbound.average", average), TypedParameter.Of("inbound.floor", floor),
        ]);
    }

    private string Port(string uuid, string mac, int floor) => Written(uuid, $"""
        <networkport>
          <uuid>{uuid}</uuid>
          <owner><name>guest</name><uuid>22222222-0000-0000-0000-000000000001</uuid></owner>
          <mac address='52:54:00:00:00:{mac}'/>
          <bandwidth><inbound average='700' floor='{floor}'/></bandwidth>
        </networkport>
        """);

    private string Written(string name, string xml)
    {
        var path = Path.Combine(daemon.Lodged.Root, name + ".xml");
        File.WriteAllText(path, xml);
        return path;
    }

    /// <summary>Classes of the bridge up to their ceilings; what follows is reckoned by tc.</summary>
    private async Task<string[]> ClassesAsync() =>
    [
        .. (await TcAsync("class", "show", "dev", "rated0")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Replace(" prio 0", "").Replace(" leaf 2:", ""))
            .Select(line => line[..line.IndexOf(" burst", StringComparison.Ordinal)]).Order(),
    ];

    private async Task<string> TcAsync(params string[] arguments) =>
        (await ProgramRun.OfAsync("nsenter", [$"--net={daemon.Lodged.NetworkPath}", "tc", .. arguments])).Output;

    private async Task VirshAsync(params string[] arguments)
    {
        var run = await daemon.Lodged.RunAsync(Virsh, arguments);
        Assert.True(run.ExitCode == 0, $"virsh {string.Join(' ', arguments)}: {run.Output}{run.Errors}");
    }
}
