using Lodge.Daemon.Networks;
using Lodge.Model.Domain;
using Lodge.Model.Networks;

namespace Lodge.Daemon.Tests.Networks;

/// <summary>What a guest's card becomes by the port that its network gave it.</summary>
public sealed class GuestPortsTests
{
    private static readonly PciAddress First = new() { Bus = 3, Slot = 0x10 };
    private static readonly PciAddress Second = new() { Bus = 3, Slot = 0x10, Function = 2 };

    [Fact]
    public void Each_guest_of_a_network_that_gives_devices_away_gets_one_of_its_own_until_none_is_left()
    {
        var network = new NetworkDefinition
        {
            Name = "functions",
            Uuid = Guid.NewGuid(),
            Forward = new NetworkForward
            {
                Mode = ForwardMode.Hostdev,
                Managed = true,
                Interfaces = [new ForwardInterface(null, First), new ForwardInterface(null, Second)],
            },
        };
        var one = Lodge.Network.Ports.PortAllocation.Settle(network, Port(), []);
        var two = Lodge.Network.Ports.PortAllocation.Settle(network, Port(), [one]);
        var actual = GuestPorts.Actual(two);

        Assert.Equal(First, one.Plug!.Pci);
        Assert.Equal(InterfaceType.Hostdev, actual.Type);
        Assert.Equal(
            (HostdevMode.Subsystem, HostdevType.Pci, true, PciBackend.Default, Second),
            (actual.Source.Hostdev!.Mode, actual.Source.Hostdev.Type, actual.Source.Hostdev.Managed,
                actual.Source.Hostdev.PciBackend, actual.Source.Hostdev.Pci));
        var refused = Assert.Throws<Protocol.Errors.VirException>(
            () => Lodge.Network.Ports.PortAllocation.Settle(network, Port(), [one, two]));
        Assert.EndsWith(
            "network 'functions' requires exclusive access to interfaces, but none are available",
            refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plug_into_a_bridge_is_no_device()
    {
        var actual = GuestPorts.Actual(Port() with
        {
            Plug = new NetworkPlug { Type = PlugType.Bridge, Bridge = "br0" },
        });
        Assert.Equal((InterfaceType.Bridge, "br0", null), (actual.Type, actual.Source.Bridge, actual.Source.Hostdev));
    }

    private static NetworkPort Port() => new()
    {
        Uuid = Guid.NewGuid(), OwnerName = "anna", OwnerUuid = Guid.NewGuid(), Mac = default,
    };
}
