using System.Net;
using Lodge.Host.Netlink;
using Lodge.Network.Bridges;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Tests.Bridges;

public sealed class RouteCollisionsTests
{
    private const string Route =
        "<ip address='10.0.0.1' prefix='24'/><route address='10.9.0.0' prefix='16' gateway='10.0.0.2'/>";

    [Theory]
    [InlineData("10.0.0.0", 24, "internal error: Network is already in use by interface eth7")]
    [InlineData("10.9.0.0", 16, "internal error: Route address '10.9.0.0' conflicts with IP address for 'eth7'")]
    public void A_subnet_that_the_host_reaches_already_is_refused(string destination, int prefix, string message)
    {
        var refusal = Assert.Throws<VirException>(() => Check(destination, prefix));

        Assert.Equal(message, refusal.Message);
    }

    [Theory]
    [InlineData("0.0.0.0", 0)]
    [InlineData("10.0.0.0", 16)]
    [InlineData("10.0.1.0", 24)]
    public void Wider_and_other_routes_of_the_host_harm_nothing(string destination, int prefix) =>
        Check(destination, prefix);

    private static void Check(string destination, int prefix) => RouteCollisions.Check(
        Networks.Of(Route),
        [new HostRoute(IPAddress.Parse(destination), prefix) { LinkIndex = 7 }],
        index => $"eth{index}");
}
