using Lodge.Model.NodeDevice;
using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Tests.NodeDevice;

public sealed class NodeDeviceXmlTests
{
    [Fact]
    public void A_pci_function_is_written_with_all_it_has()
    {
        var address = new PciAddress(0, 2, 0x1f, 0);
        Assert.Equal(
            """
            <device>
              <name>pci_0000_02_1f_0</name>
              <path>/sys/devices/pci0000:00/0000:02:1f.0</path>
              <parent>computer</parent>
              <driver>
                <name>igb</name>
              </driver>
              <capability type='pci'>
                <class>0x020000</class>
                <domain>0</domain>
                <bus>2</bus>
                <slot>31</slot>
                <function>0</function>
                <product id='0x1521'>I350 &amp; more</product>
                <vendor id='0x8086'/>
                <capability type='phys_function'>
                  <address domain='0x0000' bus='0x02' slot='0x1f' function='0x0'/>
                </capability>
                <capability type='virt_functions' maxCount='7'>
                  <address domain='0x0000' bus='0x02' slot='0x1f' function='0x0'/>
                </capability>
                <capability type='pci-bridge'/>
                <capability type='mdev_types'>
                  <type id='t'>
                    <name>N</name>
                    <deviceAPI>vfio-pci</deviceAPI>
                    <availableInstances>3</availableInstances>
                  </type>
                </capability>
                <iommuGroup number='12'>
                  <address domain='0x0000' bus='0x02' slot='0x1f' function='0x0'/>
                </iommuGroup>
                <numa node='1'/>
                <pci-express>
                  <link validity='cap' port='1' speed='5' width='4'/>
                  <link validity='sta' speed='2.5' width='1'/>
                </pci-express>
              </capability>
            </device>

            """,
            Format("pci_0000_02_1f_0", "/sys/devices/pci0000:00/0000:02:1f.0", new PciCapability
            {
                Class = 0x20000, Address = address, Product = 0x1521, ProductName = "I350 & more", Vendor = 0x8086,
                PhysicalFunction = address, MaximumVirtualFunctions = 7, VirtualFunctions = [address], Header = 1,
                MdevTypes = [new("t", "N", "vfio-pci", 3)], IommuGroup = 12,
                IommuGroupMembers = [address], NumaNode = 1,
                IsExpress = true, LinkCapability = new(1, 2, 4), LinkStatus = new(null, 1, 1),
            }, "igb"));
    }

    [Fact]
    public void A_machine_that_says_nothing_of_its_firmware_still_has_the_element() => Assert.Equal(
        """
        <device>
          <name>computer</name>
          <capability type='system'>
            <hardware>
              <uuid>00000000-0000-0000-0000-000000000000</uuid>
            </hardware>
            <firmware>
            </firmware>
          </capability>
        </device>

        """,
        NodeDeviceXml.Format(new() { Name = "computer", Capability = new SystemCapability() }));

    [Fact]
    public void Fibre_channel_drives_and_usb_are_written_as_libvirt_does()
    {
        Assert.Contains(
            """
                <host>5</host>
                <unique_id>0</unique_id>
                <capability type='fc_host'>
                  <wwnn>20</wwnn>
                  <wwpn>10</wwpn>
                </capability>
                <capability type='vport_ops'>
                  <max_vports>127</max_vports>
                  <vports>0</vports>
                </capability>
            """,
            Format("h", "/p", new ScsiHostCapability { Host = 5, UniqueId = 0, FibreChannel = new("20", "10", null),
                Ports = new(127, 0) }),
            StringComparison.Ordinal);
        Assert.Contains(
            """
                <drive_type>cdrom</drive_type>
                <capability type='removable'>
                  <media_available>0</media_available>
                  <media_size>0</media_size>
                </capability>
            """,
            Format("d", "/p", new StorageCapability { Block = "/dev/sr0", DriveType = "cdrom", IsRemovable = true }),
            StringComparison.Ordinal);
        Assert.Contains(
            "    <product id='0x0002' />\n    <vendor id='0x0001'>V</vendor>\n",
            Format("u", "/p", new UsbDeviceCapability { Product = 2, Vendor = 1, VendorName = "V" }),
            StringComparison.Ordinal);
        Assert.Contains(
            "    <link state='down'/>\n    <capability type='80211'/>\n",
            Format("n", "/p", new NetCapability { Interface = "w", State = "down", IsWireless = true }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_mediated_device_to_be_made_is_read()
    {
        var asked = NodeDeviceXml.ParseNew(
            """
            <device><parent>pci_0000_06_00_0</parent><capability type='mdev'><type id='nvidia-11'/>
            <uuid>3d0d16c2-7cf4-4aef-a1d1-c3b3f3f6c1a5</uuid><attr name='a' value='1'/><attr name='b'/></capability></device>
            """);
        Assert.Equal(
            ("pci_0000_06_00_0", NodeDeviceKind.Mdev, "nvidia-11"), (asked.Parent, asked.Kind, asked.Mdev!.Type));
        Assert.Equal(VirUuid.Parse("3d0d16c2-7cf4-4aef-a1d1-c3b3f3f6c1a5"), asked.Mdev.Uuid);
        Assert.Equal([new("a", "1")], asked.Mdev.Attributes);
    }

    [Fact]
    public void A_virtual_adapter_without_names_gets_names_of_its_own()
    {
        var asked = NodeDeviceXml.ParseNew(
            "<device><parent wwnn='1' wwpn='2'/><capability type='scsi_host'><capability type='fc_host'/></capability>"
                + "</device>");
        Assert.Equal(new FibreChannelNames("1", "2", null), asked.ParentNames);
        Assert.Matches("^5001a4a[0-9a-f]{9}$", asked.Adapter!.Node);
        Assert.NotEqual(asked.Adapter.Node, asked.Adapter.Port);
    }

    [Theory]
    [InlineData("<device/>", VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "no device capabilities for 'new device'")]
    [InlineData(
        "<device><capability/></device>", VirErrorNumber.VIR_ERR_XML_ERROR, "Missing required attribute 'type'")]
    [InlineData("<device><capability type='x'/></device>", VirErrorNumber.VIR_ERR_XML_ERROR,
        "Invalid value for attribute 'type'")]
    [InlineData("<device><capability type='mdev'/></device>", VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
        "missing type id attribute")]
    [InlineData(
        "<device><parent wwnn='1'/></device>", VirErrorNumber.VIR_ERR_XML_ERROR, "the wwpn must also be provided")]
    [InlineData(
        "<device><parent wwpn='1'/></device>", VirErrorNumber.VIR_ERR_XML_ERROR, "the wwnn must also be provided")]
    [InlineData("<d/>", VirErrorNumber.VIR_ERR_XML_ERROR, "expecting root element of 'device', not 'd'")]
    public void What_libvirt_refuses_is_refused_with_its_code_and_text(string xml, VirErrorNumber code, string text)
    {
        var refused = Assert.Throws<VirException>(() => NodeDeviceXml.ParseNew(xml));
        Assert.Equal(code, refused.Code);
        Assert.Contains(text, refused.Message, StringComparison.Ordinal);
    }

    private static string Format(string name, string path, NodeDeviceCapability capability, string? driver = null) =>
        NodeDeviceXml.Format(
            new() { Name = name, Path = path, Parent = "computer", Driver = driver, Capability = capability });
}
