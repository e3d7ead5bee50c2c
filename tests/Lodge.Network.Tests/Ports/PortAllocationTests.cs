using Lodge.Model.Domain;
using Lodge.Model.Networks;
using Lodge.Network.Ports;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Tests.Ports;

public sealed class PortAllocationTests
{
    [Fact]
    public void A_port_takes_what_its_group_says_then_what_the_network_says()
    {
        var network = Networks.Of("""
            <forward mode='nat'/>
            <port isolated='yes'/>
            <ip address='10.0.0.1' prefix='24'/>
            <portgroup name='slow'><bandwidth><inbound average='100'/></bandwidth></portgroup>
            <portgroup name='usual' default='yes' trustGuestRxFilters='yes'/>
            """);

        var slow = PortAllocation.Settle(network, Port(group: "slow"), []);
        var usual = PortAllocation.Settle(network, Port(), []);

        Assert.Equal(100ul, slow.Bandwidth!.Inbound!.Average);
        Assert.Equal((null, (bool?)true, (bool?)true), (usual.Bandwidth, usual.TrustGuestRxFilters, usual.IsIsolated));
        Assert.Equal((PlugType.Network, "virbr0"), (usual.Plug!.Type, usual.Plug.Bridge));
    }

    [Fact]
    public void Links_of_the_host_are_shared_evenly()
    {
        var network = Direct("vepa");
        var ports = new List<NetworkPort>();
        for (var i = 0; i < 4; i++) ports.Add(PortAllocation.Settle(network, Port(), ports));

        Assert.Equal(["eth0", "eth1", "eth0", "eth1"], ports.Select(port => port.Plug!.Device));
        Assert.All(ports, port => Assert.Equal(MacvtapMode.Vepa, port.Plug!.Mode));
    }

    [Fact]
    public void A_link_that_is_passed_through_is_given_to_one_alone()
    {
        var network = Direct("passthrough");
        var ports = new List<NetworkPort>();
        for (var i = 0; i < 2; i++) ports.Add(PortAllocation.Settle(network, Port(), ports));

        var refusal = Assert.Throws<VirException>(() => PortAllocation.Settle(network, Port(), ports));

        Assert.Equal(
            "internal error: network 'n' requires exclusive access to interfaces, but none are available",
            refusal.Message);
    }

    [Fact]
    public void A_switch_port_on_a_translated_network_is_refused()
    {
        var port = NetworkPort.Parse(Port().Format().Replace(
            "</networkport>", "<virtualport type='openvswitch'/></networkport>", StringComparison.Ordinal));

        var refusal = Assert.Throws<VirException>(() => PortAllocation.Settle(Networks.Nat(), port, []));

        Assert.Equal(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, refusal.Code);
    }

    [Fact]
    public void What_is_sure_to_all_guests_is_never_more_than_the_network_has()
    {
        var network = Networks.Of(
            "<forward mode='nat'/><bandwidth><inbound average='1000'/></bandwidth>"
            + "<ip address='10.0.0.1' prefix='24'/>");
        var first = PortAllocation.Settle(network, Port(floor: 600), []);

        Assert.Equal(3u, first.ClassId);
        Assert.Throws<VirException>(() => PortAllocation.Settle(network, Port(floor: 600), [first]));
        Assert.Equal(4u, PortAllocation.Settle(network, Port(floor: 400), [first]).ClassId);
        Assert.Throws<VirException>(() => PortAllocation.Settle(Networks.Nat(), Port(floor: 1), []));
    }

    private static NetworkDefinition Direct(string mode) => NetworkXml.Parse(
        $"<network><name>n</name><forward mode='{mode}'><interface dev='eth0'/>"
        + "<interface dev='eth1'/></forward></network>");

    private static NetworkPort Port(string? group = null, ulong floor = 0) => new()
    {
        Uuid = Guid.NewGuid(),
        OwnerName = "g",
        OwnerUuid = Guid.NewGuid(),
        Group = group,
        Mac = MacAddress.Generate(),
        Bandwidth = floor == 0 ? null : new Bandwidth { Inbound = new BandwidthRate { Floor = floor } },
    };
}
