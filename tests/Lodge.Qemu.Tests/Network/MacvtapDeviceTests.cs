using System.Net.NetworkInformation;
using Lodge.Host.Netlink;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Network;

namespace Lodge.Qemu.Tests.Network;

public sealed class MacvtapDeviceTests
{
    private static readonly PhysicalAddress Guest = PhysicalAddress.Parse("52-54-00-12-34-57");

    [Theory]
    [InlineData(MacvlanMode.Private, "private")]
    [InlineData(MacvlanMode.Vepa, "vepa")]
    [InlineData(MacvlanMode.Bridge, "bridge")]
    [InlineData(MacvlanMode.Passthrough, "passthru")]
    public async Task A_guest_shares_a_link_as_its_network_says_and_leaves_nothing(MacvlanMode mode, string word)
    {
        ScratchBridge.SkipUnlessTapsCanBeMade();
        using var routes = RouteNetlink.Open();
        await using var link = await ScratchLink.CreateAsync(routes);
        var before = Read(link.Name, "address");
        var request = new MacvtapRequest
        {
            Link = link.Name, Mode = mode, GuestAddress = Guest, Queues = 2, Mtu = 1400,
        };
        var (name, queues) = await MacvtapDevice.OpenAsync(request);

        Assert.StartsWith("macvtap", name, StringComparison.Ordinal);
        Assert.Equal(2, queues.Count);
        Assert.Equal("52:54:00:12:34:57", Read(name, "address"));
        Assert.Equal("1400", Read(name, "mtu"));
        Assert.Contains($"macvtap mode {word} ", ScratchLink.Describe(name), StringComparison.Ordinal);
        foreach (var queue in queues)
        {
            queue.Dispose();
        }

        await MacvtapDevice.RemoveAsync(name);
        Assert.False(Directory.Exists("/sys/class/net/" + name));
        Assert.Equal(before, Read(link.Name, "address"));
    }

    [Fact]
    public async Task A_link_that_is_passed_to_one_guest_is_refused_to_a_second()
    {
        ScratchBridge.SkipUnlessTapsCanBeMade();
        using var routes = RouteNetlink.Open();
        await using var link = await ScratchLink.CreateAsync(routes);
        var request = new MacvtapRequest
        {
            Link = link.Name, Mode = MacvlanMode.Passthrough, GuestAddress = Guest, Queues = 1,
        };
        var (name, queues) = await MacvtapDevice.OpenAsync(request);
        await Assert.ThrowsAsync<VirException>(() => MacvtapDevice.OpenAsync(request));
        queues[0].Dispose();
        await MacvtapDevice.RemoveAsync(name);
    }

    [Fact]
    public async Task A_link_that_is_not_there_is_named()
    {
        ScratchBridge.SkipUnlessTapsCanBeMade();
        var refused = await Assert.ThrowsAsync<VirException>(() => MacvtapDevice.OpenAsync(new MacvtapRequest
        {
            Link = "nolink0", Mode = MacvlanMode.Vepa, GuestAddress = Guest, Queues = 1,
        }));

        Assert.Equal(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, refused.Code);
        Assert.Contains("macvtap@nolink0", refused.Message, StringComparison.Ordinal);
    }

    private static string Read(string link, string what) => File.ReadAllText($"/sys/class/net/{link}/{what}").Trim();
}
