using Lodge.Host.Interfaces;
using Lodge.Host.Tests.NodeDevices;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Tests.Interfaces;

public sealed class HostInterfacesTests : IDisposable
{
    private readonly FakeHost _host = new();

    public HostInterfacesTests()
    {
        Add("eth0", "INTERFACE=eth0", "up", "52:54:00:00:00:01");
        _host.With("/sys/devices/virtual/net/eth0/speed", "1000\n");
        Add("eth1", "INTERFACE=eth1", "down", "52:54:00:00:00:02");
        Add("lo", "INTERFACE=lo", "unknown", "00:00:00:00:00:00");
    }

    private HostInterfaces Interfaces => new(_host.Files);

    [Fact]
    public void Ports_of_bridges_and_taps_of_guests_are_not_listed()
    {
        _host.With("/sys/devices/virtual/net/eth1/brport/state", "3\n");
        Add("vnet0", "INTERFACE=vnet0", "up", "fe:54:00:00:00:01");
        _host.With("/sys/devices/virtual/net/vnet0/tun_flags", "0x1002\n");

        Assert.Equal(["eth0", "lo"], Interfaces.All().Select(one => one.Name));
        Assert.Equal([true, false], Interfaces.All().Select(one => one.IsActive));
    }

    [Fact]
    public void An_ethernet_interface_tells_its_link_its_size_and_its_address() => Assert.Equal(
        """
        <interface type='ethernet' name='eth0'>
          <mtu size='1500'/>
          <link speed='1000' state='up'/>
          <mac address='52:54:00:00:00:01'/>
        </interface>

        """,
        Interfaces.Describe("eth0").ToXml());

    [Fact]
    public void A_bridge_tells_of_its_ports()
    {
        Add("br0", "DEVTYPE=bridge INTERFACE=br0", "up", "52:54:00:00:00:01");
        _host.With("/sys/devices/virtual/net/br0/bridge/forward_delay", "1500\n")
            .With("/sys/devices/virtual/net/br0/bridge/stp_state", "1\n")
            .With("/sys/devices/virtual/net/br0/brif/eth1/x", "");

        Assert.Equal(
            """
            <interface type='bridge' name='br0'>
              <mtu size='1500'/>
              <bridge stp='on' delay='1500'>
                <interface type='ethernet' name='eth1'>
                  <link state='down'/>
                  <mac address='52:54:00:00:00:02'/>
                </interface>
              </bridge>
            </interface>

            """,
            Interfaces.Describe("br0").ToXml());
    }

    [Fact]
    public void A_bond_tells_how_it_watches_its_members_and_a_vlan_what_it_is_a_part_of()
    {
        const string bond = "/sys/devices/virtual/net/bond0/bonding";
        Add("bond0", "DEVTYPE=bond INTERFACE=bond0", "up", "52:54:00:00:00:09");
        _host.With($"{bond}/mode", "active-backup 1\n").With($"{bond}/miimon", "100\n")
            .With($"{bond}/use_carrier", "1\n").With($"{bond}/downdelay", "20\n");
        Add("eth0.7", "DEVTYPE=vlan INTERFACE=eth0.7", "up", "52:54:00:00:00:01");
        _host.With("/proc/net/vlan/eth0.7", "eth0.7  VID: 7\t REORDER_HDR: 1\nDevice: eth0\n");

        Assert.Contains(
            "  <bond mode='active-backup'>\n    <miimon freq='100' downdelay='20' carrier='netif'/>\n  </bond>\n",
            Interfaces.Describe("bond0").ToXml(), StringComparison.Ordinal);
        Assert.Contains(
            "  <vlan tag='7'>\n    <interface name='eth0'/>\n  </vlan>\n",
            Interfaces.Describe("eth0.7").ToXml(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nosuch")]
    [InlineData("../../etc")]
    [InlineData("")]
    public void What_is_no_interface_is_not_found(string name) => Assert.Equal(
        VirErrorNumber.VIR_ERR_NO_INTERFACE,
        Assert.Throws<VirException>(() => Interfaces.Describe(name)).Code);

    [Fact]
    public void An_address_finds_the_one_interface_that_has_it()
    {
        Assert.Equal("eth1", Interfaces.FindByMac("52:54:00:00:00:02").Name);
        Add("eth2", "INTERFACE=eth2", "up", "52:54:00:00:00:02");
        Assert.Equal(
            VirErrorNumber.VIR_ERR_MULTIPLE_INTERFACES,
            Assert.Throws<VirException>(() => Interfaces.FindByMac("52:54:00:00:00:02")).Code);
        Assert.Equal(
            VirErrorNumber.VIR_ERR_NO_INTERFACE,
            Assert.Throws<VirException>(() => Interfaces.FindByMac("52:54:00:00:00:77")).Code);
    }

    public void Dispose() => _host.Dispose();

    private void Add(string name, string events, string state, string mac)
    {
        var path = $"/sys/devices/virtual/net/{name}";
        _host.WithDevice(path, "net", events, isClass: true)
            .With($"{path}/operstate", state + "\n")
            .With($"{path}/address", mac + "\n")
            .With($"{path}/mtu", "1500\n");
    }
}
