using Lodge.Model.Domain;
using Lodge.Qemu.Completion;

namespace Lodge.Qemu.Tests.Preparation;

public sealed class DeviceAliasTests
{
    [Fact]
    public void Devices_are_named_after_their_kind_and_place()
    {
        var definition = TypicalGuests.Pc("/disk");
        DeviceAliases.Assign(definition);

        Assert.Equal(["virtio-disk0", "ide0-0-0"], definition.Disks.Select(disk => disk.Alias));
        Assert.Equal(
            ["usb", "pci.0", "ide", "virtio-serial0"],
            definition.Controllers.OrderBy(one => one.Type switch
            {
                ControllerType.Usb => 0,
                ControllerType.Pci => 1,
                ControllerType.Ide => 2,
                _ => 3,
            }).Select(one => one.Alias));
        Assert.Equal("net0", definition.Interfaces[0].Alias);
        Assert.Equal("balloon0", definition.Memballoon!.Alias);
    }

    [Fact]
    public void A_persons_own_name_stays()
    {
        var definition = TypicalGuests.Pc("/disk");
        definition.Interfaces[0].Alias = "ua-uplink";

        DeviceAliases.Assign(definition);

        Assert.Equal("ua-uplink", definition.Interfaces[0].Alias);
    }

    [Fact]
    public void A_device_that_comes_later_takes_a_name_nobody_has()
    {
        var definition = TypicalGuests.Pc("/disk");
        DeviceAliases.Assign(definition);
        definition.Interfaces[0].Alias = "net7";
        var card = new Interface { Type = InterfaceType.User };
        definition.Interfaces.Add(card);

        DeviceAliases.Assign(definition, card);

        Assert.Equal("net8", card.Alias);
    }
}
