using System.Text.Json;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Hotplug;
using Lodge.Qemu.Tests.Network;
using Lodge.Qemu.Tests.Preparation;

namespace Lodge.Qemu.Tests.Hotplug;

/// <summary>
/// Devices come to a real guest and go. It has no system that must let go of PCI devices, so those that go are on USB.
/// </summary>
public sealed class DeviceHotplugTests : IDisposable
{
    private readonly GuestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_usb_disk_comes_and_goes_and_leaves_no_node_behind()
    {
        await using var guest = await StartAsync(new UsbAddress { Bus = 0, Port = "2" });
        var disk = UsbDisk("sda");
        var before = await NodesAsync(guest);

        await DeviceHotplug.AttachAsync(guest.Live, disk);

        Assert.Equal("usb-disk0", disk.Alias);
        Assert.Contains(disk, guest.Live.Definition.Disks);
        Assert.Equal(before + 2, await NodesAsync(guest));

        Assert.True(await DeviceHotplug.DetachAsync(guest.Live, UsbDisk("sda")));

        Assert.DoesNotContain(disk, guest.Live.Definition.Disks);
        Assert.Equal(before, await NodesAsync(guest));
    }

    [Fact]
    public async Task A_disk_that_cannot_be_opened_leaves_the_guest_as_it_was()
    {
        await using var guest = await StartAsync(new UsbAddress { Bus = 0, Port = "2" });
        var disk = UsbDisk("sda");
        disk.Source.Path = _bench.Path("missing.img");
        var (nodes, disks) = (await NodesAsync(guest), guest.Live.Definition.Disks.Count);

        var failure = await Assert.ThrowsAsync<VirException>(() => DeviceHotplug.AttachAsync(guest.Live, disk));

        Assert.Contains("missing.img", failure.Message, StringComparison.Ordinal);
        Assert.Equal(disks, guest.Live.Definition.Disks.Count);
        Assert.Equal(nodes, await NodesAsync(guest));
    }

    [Fact]
    public async Task A_virtio_card_comes_and_a_guest_that_does_not_let_go_keeps_it()
    {
        await using var guest = await StartAsync(new PciAddress { Slot = 20 });
        var card = new Interface { Type = InterfaceType.User, Model = "virtio", Mac = new MacAddress(0x525400aabbcc) };

        await DeviceHotplug.AttachAsync(guest.Live, card);
        Assert.Equal("net1", card.Alias);

        Assert.False(await DeviceHotplug.DetachAsync(guest.Live, card));
        Assert.Contains(card, guest.Live.Definition.Interfaces);
    }

    [Fact]
    public async Task A_card_comes_to_a_bridge_and_is_gone_with_the_guest()
    {
        ScratchBridge.SkipUnlessTapsCanBeMade();
        using var bridge = new ScratchBridge();
        var card = new Interface { Type = InterfaceType.Bridge, Model = "virtio", Mac = new MacAddress(
            0x525400aabbcd) };
        card.Source.Bridge = bridge.Name;
        await using (var guest = await StartAsync(new PciAddress { Slot = 21 }))
        {
            await DeviceHotplug.AttachAsync(guest.Live, card);
            Assert.Equal([card.TargetDevice!], bridge.Ports());
        }

        Assert.Empty(bridge.Ports());
    }

    [Fact]
    public async Task A_disc_is_put_in_changed_and_taken_out()
    {
        await using var guest = await StartAsync(null);
        var drive = guest.Live.Definition.Disks.Single(disk => disk.Kind == DiskDevice.Cdrom);

        await MediaChange.ApplyAsync(guest.Live, Cdrom(_bench.Image("one.iso")), force: false);
        Assert.EndsWith("one.iso", drive.Source.Path, StringComparison.Ordinal);
        var nodes = await NodesAsync(guest);

        await MediaChange.ApplyAsync(guest.Live, Cdrom(_bench.Image("two.iso")), force: false);
        Assert.EndsWith("two.iso", drive.Source.Path, StringComparison.Ordinal);
        Assert.Equal(nodes, await NodesAsync(guest));

        await MediaChange.ApplyAsync(guest.Live, Cdrom(null), force: false);
        Assert.True(drive.Source.IsEmpty);
        Assert.Equal(nodes - 2, await NodesAsync(guest));
    }

    [Fact]
    public async Task A_disc_that_cannot_be_opened_leaves_the_old_one_in()
    {
        await using var guest = await StartAsync(null);
        var drive = guest.Live.Definition.Disks.Single(disk => disk.Kind == DiskDevice.Cdrom);
        await MediaChange.ApplyAsync(guest.Live, Cdrom(_bench.Image("one.iso")), force: false);
        var nodes = await NodesAsync(guest);

        await Assert.ThrowsAsync<VirException>(
            () => MediaChange.ApplyAsync(guest.Live, Cdrom(_bench.Path("missing.iso")), force: false));

        Assert.EndsWith("one.iso", drive.Source.Path, StringComparison.Ordinal);
        Assert.Equal(nodes, await NodesAsync(guest));
    }

    [Fact]
    public async Task A_channel_comes_and_goes_with_its_socket()
    {
        await using var guest = await StartAsync(new VirtioSerialAddress { Port = 2 });
        var channel = Channel("org.lodge.test");

        await DeviceHotplug.AttachAsync(guest.Live, channel);
        Assert.True(Path.Exists(channel.Source.Path));

        Assert.True(await DeviceHotplug.DetachAsync(guest.Live, Channel("org.lodge.test")));
        Assert.DoesNotContain(channel, guest.Live.Definition.Channels);
    }

    [Fact]
    public async Task A_cable_is_pulled_and_put_in_and_nothing_else_of_a_card_can_change()
    {
        await using var guest = await StartAsync(null);
        var card = guest.Live.Definition.Interfaces[0];

        await DeviceUpdate.ApplyAsync(guest.Live, Like(card, LinkState.Up));
        Assert.Equal(LinkState.Up, card.Link);

        var other = Like(card, LinkState.Up);
        other.Model = "e1000";
        var failure = await Assert.ThrowsAsync<VirException>(() => DeviceUpdate.ApplyAsync(guest.Live, other));
        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED, failure.Code);
    }

    [Theory]
    [InlineData("vdz", VirErrorNumber.VIR_ERR_DEVICE_MISSING, "device not found: disk vdz not found")]
    [InlineData("hda", VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED,
        "Operation not supported: This type of disk cannot be hot unplugged")]
    public async Task What_cannot_go_is_refused_by_name(string target, VirErrorNumber code, string text)
    {
        await using var guest = await StartAsync(null);

        var failure = await Assert.ThrowsAsync<VirException>(
            () => DeviceHotplug.DetachAsync(guest.Live, new Disk { Target = target }));

        Assert.Equal((code, text), (failure.Code, failure.Message));
    }

    private async Task<BenchGuest> StartAsync(DeviceAddress? place)
    {
        var guest = await _bench.StartAsync(TypicalGuests.Pc(_bench.DiskPath));
        guest.Places = device => device.Address ??= place;
        return guest;
    }

    private Disk UsbDisk(string target) => new()
    {
        Target = target,
        Bus = DiskBus.Usb,
        Source = new StorageSource { Path = _bench.Image("usb.img"), Format = StorageFormat.Raw },
    };

    private static Disk Cdrom(string? path) => new()
    {
        Target = "hda",
        Bus = DiskBus.Ide,
        Kind = DiskDevice.Cdrom,
        Readonly = true,
        Source = new StorageSource { Path = path, Format = StorageFormat.Raw },
    };

    private static ChannelDevice Channel(string name)
    {
        var channel = new ChannelDevice { TargetType = ChannelTarget.Virtio, Name = name };
        channel.Source.Type = CharacterSourceType.Unix;
        return channel;
    }

    private static Interface Like(Interface card, LinkState link) =>
        new() { Type = card.Type, Mac = card.Mac, Model = card.Model, Link = link };

    private static Task<int> NodesAsync(BenchGuest guest) => guest.Process.Monitor.ExecuteAsync(
        "query-named-block-nodes",
        json => json.WriteBoolean("flat", true),
        static (JsonElement nodes) => nodes.GetArrayLength());
}
