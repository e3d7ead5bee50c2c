using System.Net.NetworkInformation;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Network;

namespace Lodge.Qemu.Tests.Network;

public sealed class TapDeviceTests
{
    private static readonly PhysicalAddress Guest = PhysicalAddress.Parse("52-54-00-12-34-56");

    [Fact]
    public void A_tap_lives_while_a_queue_is_open_and_keeps_off_the_guests_address()
    {
        SkipUnlessTapsCanBeMade();
        string name;
        using (var tap = TapDevice.Open(new() { GuestAddress = Guest, VirtioHeader = true }))
        {
            name = tap.Name;
            Assert.StartsWith("vnet", name, StringComparison.Ordinal);
            Assert.Equal("fe:54:00:12:34:56", File.ReadAllText($"/sys/class/net/{name}/address").Trim());
        }

        Assert.False(Directory.Exists("/sys/class/net/" + name));
    }

    [Fact]
    public void A_tap_in_a_bridge_takes_the_bridges_packet_size()
    {
        SkipUnlessTapsCanBeMade();
        using var bridge = new ScratchBridge(mtu: 1400);
        using var tap = TapDevice.Open(new() { GuestAddress = Guest, Bridge = bridge.Name, Queues = 2 });

        Assert.Equal(2, tap.Queues.Count);
        Assert.Equal("1400", File.ReadAllText($"/sys/class/net/{tap.Name}/mtu").Trim());
        Assert.True(Directory.Exists($"/sys/class/net/{bridge.Name}/brif/{tap.Name}"));
    }

    [Fact]
    public void A_bridge_that_is_not_there_is_named_and_nothing_is_left()
    {
        SkipUnlessTapsCanBeMade();
        var failure = Assert.Throws<VirException>(() =>
            TapDevice.Open(new() { Name = "lodgetap9", GuestAddress = Guest, Bridge = "nobridge0" }));

        Assert.Equal(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, failure.Code);
        Assert.Equal("Cannot get interface MTU on 'nobridge0': No such device", failure.Message);
        Assert.False(Directory.Exists("/sys/class/net/lodgetap9"));
    }

    [Fact]
    public void A_name_too_long_for_the_kernel_is_refused()
    {
        SkipUnlessTapsCanBeMade();
        var failure = Assert.Throws<VirException>(() =>
            TapDevice.Open(new() { Name = "a-name-of-sixteen", GuestAddress = Guest }));

        Assert.Contains("too long", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tap_gathers_as_many_frames_as_asked()
    {
        SkipUnlessTapsCanBeMade();
        using var bridge = new ScratchBridge();
        using var tap = TapDevice.Open(new() { GuestAddress = Guest, Bridge = bridge.Name, CoalescedFrames = 32 });

        Assert.Equal(32u, LinkControl.ReadCoalescedFrames(tap.Name));
    }

    private static void SkipUnlessTapsCanBeMade() => ScratchBridge.SkipUnlessTapsCanBeMade();
}
