using Lodge.Host.NodeDevices;
using Lodge.Model.NodeDevice;

namespace Lodge.Host.Tests.NodeDevices;

public sealed class PciConfigurationTests
{
    [Fact]
    public void The_link_is_read_from_the_express_capability()
    {
        var space = Space(4096, (0x40, 0x01, 0x60), (0x60, 0x10, 0));
        space[0x62] = 0x02;
        (space[0x6c], space[0x6d], space[0x6f]) = (0x43, 0x00, 0x02);
        (space[0x72], space[0x73]) = (0x12, 0x00);

        var found = PciConfiguration.Parse(space);

        Assert.True(found.IsExpress);
        Assert.Equal(new PcieLink(2, 3, 4), found.LinkCapability);
        Assert.Equal(new PcieLink(null, 2, 1), found.LinkStatus);
    }

    [Fact]
    public void An_endpoint_within_the_root_complex_has_no_link()
    {
        var space = Space(4096, (0x40, 0x10, 0));
        space[0x42] = 0x92;
        Assert.Equal(new PciConfiguration(0, true, null, null), PciConfiguration.Parse(space));
    }

    [Theory]
    [InlineData(256, false)]
    [InlineData(4096, true)]
    public void Without_the_capability_the_length_of_the_space_decides(int length, bool isExpress) =>
        Assert.Equal(isExpress, PciConfiguration.Parse(new byte[length]).IsExpress);

    [Fact]
    public void A_list_that_leads_in_a_circle_or_out_of_the_space_ends()
    {
        Assert.Null(PciConfiguration.Parse(Space(256, (0x40, 1, 0x50), (0x50, 2, 0x40))).LinkStatus);
        Assert.Null(PciConfiguration.Parse(Space(256, (0xfc, 0x10, 0))).LinkStatus);
    }

    [Fact]
    public void A_bridge_is_one_even_where_it_has_more_functions()
    {
        var space = new byte[256];
        space[0x0e] = 0x81;
        Assert.Equal(1, PciConfiguration.Parse(space).Header);
    }

    private static byte[] Space(int length, params (byte Position, byte Capability, byte Next)[] capabilities)
    {
        var space = new byte[length];
        space[0x06] = 0x10;
        space[0x34] = capabilities[0].Position;
        foreach (var (position, capability, next) in capabilities)
        {
            (space[position], space[position + 1]) = (capability, next);
        }

        return space;
    }
}
