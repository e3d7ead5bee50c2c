using Lodge.Model.Networks;
using Lodge.Network.Bridges;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Tests.Bridges;

public sealed class BridgeNamesTests
{
    [Theory]
    [InlineData("", "virbr2")]
    [InlineData("<bridge name='net%d'/>", "net0")]
    [InlineData("<bridge name='%d%d'/>", "virbr2")]
    [InlineData("<bridge name='br77'/>", "br77")]
    public void A_bridge_nobody_named_gets_the_first_name_that_is_free(string bridge, string name)
    {
        var network = NetworkXml.Parse(
            $"<network><name>n</name>{bridge}<ip address='10.0.0.1' prefix='24'/></network>");

        var completed = BridgeNames.Complete(network, taken => taken == "virbr0", there => there == "virbr1");

        Assert.Equal(name, completed.Bridge.Name);
        Assert.StartsWith("52:54:00:", completed.Mac!.Value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_networks_bridge_is_refused()
    {
        var refusal = Assert.Throws<VirException>(
            () => BridgeNames.Complete(Networks.Nat(), taken => taken == "virbr0", _ => false));

        Assert.Equal("internal error: bridge name 'virbr0' already in use.", refusal.Message);
    }

    [Fact]
    public void A_network_over_a_bridge_of_the_host_is_left_as_it_is()
    {
        var network = NetworkXml.Parse("<network><name>n</name><forward mode='bridge'/><bridge name='br0'/></network>");

        Assert.Same(network, BridgeNames.Complete(network, _ => true, _ => true));
    }
}
