using Lodge.Host.NodeDevices;
using Lodge.Model.NodeDevice;

namespace Lodge.Host.Tests.NodeDevices;

public sealed class NodeDeviceScanTests : IDisposable
{
    private const string Card = "/sys/devices/pci0000:00/0000:00:1f.0";

    private readonly FakeHost _host = new();

    [Fact]
    public void A_machine_without_anything_is_the_machine_itself()
    {
        var machine = Assert.Single(Scan());
        Assert.Equal(("computer", null, null), (machine.Name, machine.Parent, machine.Path));
        Assert.IsType<SystemCapability>(machine.Capability);
    }

    [Fact]
    public void The_firmware_says_what_the_machine_is()
    {
        const string folder = "/sys/devices/virtual/dmi/id";
        _host.With($"{folder}/product_name", "Standard PC\n").With($"{folder}/sys_vendor", "QEMU\n")
            .With($"{folder}/product_version", "pc-q35\n").With($"{folder}/product_serial", "\n")
            .With($"{folder}/product_uuid", "c7a5fdbd-edaf-9455-926a-d65c16db1809\n")
            .With($"{folder}/bios_vendor", "SeaBIOS\n").With($"{folder}/bios_date", "04/01/2014\n");

        var machine = Assert.IsType<SystemCapability>(Scan()[0].Capability);

        Assert.Equal(("Standard PC", "QEMU", "pc-q35", null),
            (machine.Product, machine.Vendor, machine.Version, machine.Serial));
        Assert.Equal("c7a5fdbd-edaf-9455-926a-d65c16db1809", machine.Uuid.ToString());
        Assert.Equal(("SeaBIOS", "04/01/2014"), (machine.FirmwareVendor, machine.FirmwareDate));
    }

    [Fact]
    public void What_hangs_on_a_device_names_it_as_its_parent_over_folders_that_are_no_devices()
    {
        _host.WithPci(Card, "10000", 0x1af4, 0x1042)
            .WithDevice(
                $"{Card}/virtio1/block/vda", "block", "DEVTYPE=disk DEVNAME=vda MAJOR=254 MINOR=0", isClass: true)
            .With($"{Card}/virtio1/block/vda/size", "2048\n")
            .With($"{Card}/virtio1/block/vda/queue/logical_block_size", "512\n");

        var devices = Scan();

        Assert.Equal(["computer", "pci_0000_00_1f_0", "block_vda"], devices.Select(one => one.Name));
        Assert.Equal([null, "computer", "pci_0000_00_1f_0"], devices.Select(one => one.Parent));
        var disk = Assert.IsType<StorageCapability>(devices[2].Capability);
        Assert.Equal(("/dev/vda", "disk", 2048UL, 512UL), (disk.Block, disk.DriveType, disk.Blocks, disk.BlockSize));
    }

    [Fact]
    public void A_pci_function_tells_its_group_its_node_its_functions_and_its_driver()
    {
        const string port = "/sys/devices/pci0000:00/0000:00:1f.1";
        _host.WithPci(Card, "20000", 0x8086, 0x1521).WithPci(port, "20000", 0x8086, 0x1520)
            .With($"{Card}/numa_node", "1\n").With($"{Card}/sriov_totalvfs", "7\n")
            .WithLink($"{Card}/virtfn0", port).WithLink($"{port}/physfn", Card)
            .WithFolder("/sys/kernel/iommu_groups/12/devices")
            .WithLink($"{Card}/iommu_group", "/sys/kernel/iommu_groups/12")
            .WithLink("/sys/kernel/iommu_groups/12/devices/0000:00:1f.0", Card)
            .WithLink("/sys/kernel/iommu_groups/12/devices/0000:00:1f.1", port)
            .WithFolder("/sys/bus/pci/drivers/igb").WithLink($"{Card}/driver", "/sys/bus/pci/drivers/igb")
            .With("/usr/share/misc/pci.ids",
                "# list\n8086  Intel Corporation\n\t1520  I350 VF\n\t1521  I350\n\t\t8086 1  x\n8087  Y\n");

        var devices = Scan();

        var card = Assert.IsType<PciCapability>(devices[1].Capability);
        var function = Assert.IsType<PciCapability>(devices[2].Capability);
        Assert.Equal("igb", devices[1].Driver);
        Assert.Equal(
            ("Intel Corporation", "I350", "I350 VF"), (card.VendorName, card.ProductName, function.ProductName));
        Assert.Equal((12, 1, 7u), (card.IommuGroup!.Value, card.NumaNode!.Value, card.MaximumVirtualFunctions));
        Assert.Equal([card.Address, function.Address], card.IommuGroupMembers);
        Assert.Equal([function.Address], card.VirtualFunctions);
        Assert.Equal(card.Address, function.PhysicalFunction);
        Assert.Null(function.NumaNode);
    }

    [Fact]
    public void A_usb_stick_is_a_device_an_interface_an_adapter_a_target_a_unit_a_drive_and_a_generic_node()
    {
        const string stick = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-1";
        const string host = $"{stick}/1-1:1.0/host2";
        const string unit = $"{host}/target2:0:0/2:0:0:0";
        _host.WithDevice(stick, "usb", "DEVTYPE=usb_device BUSNUM=001 DEVNUM=004 DEVNAME=bus/usb/001/004")
            .With($"{stick}/idVendor", "0781\n").With($"{stick}/idProduct", "5567\n")
            .With($"{stick}/product", "Cruzer\n")
            .WithDevice($"{stick}/1-1:1.0", "usb", "DEVTYPE=usb_interface")
            .With($"{stick}/1-1:1.0/bInterfaceClass", "08\n").With($"{stick}/1-1:1.0/bInterfaceProtocol", "50\n")
            .WithDevice(host, "scsi", "DEVTYPE=scsi_host")
            .WithDevice($"{host}/target2:0:0", "scsi", "DEVTYPE=scsi_target")
            .WithDevice(unit, "scsi", "DEVTYPE=scsi_device").With($"{unit}/type", "0\n")
            .WithDevice($"{unit}/scsi_generic/sg1", "scsi_generic", "DEVNAME=sg1 MAJOR=21 MINOR=1", isClass: true)
            .WithDevice($"{unit}/block/sdb", "block", "DEVTYPE=disk DEVNAME=sdb MAJOR=8 MINOR=16", isClass: true)
            .With("/run/udev/data/b8:16", "S:disk/by-id/usb-1\nE:ID_TYPE=disk\nE:ID_BUS=usb\nE:ID_SERIAL=SanDisk_1\n");

        var devices = Scan().Skip(1).ToDictionary(one => one.Name, StringComparer.Ordinal);

        Assert.Equal(
            [
                "block_sdb_SanDisk_1", "scsi_2_0_0_0", "scsi_generic_sg1", "scsi_host2", "scsi_target2_0_0", "usb_1_1",
                "usb_1_1_1_0",
            ],
            devices.Keys.Order(StringComparer.Ordinal));
        var usb = Assert.IsType<UsbDeviceCapability>(devices["usb_1_1"].Capability);
        Assert.Equal(
            (1u, 4u, 0x0781u, "Cruzer", null), (usb.Bus, usb.Device, usb.Vendor, usb.ProductName, usb.VendorName));
        Assert.Equal(new UsbInterfaceCapability(0, 8, 0, 0x50), devices["usb_1_1_1_0"].Capability);
        Assert.Equal(new ScsiCapability(2, 0, 0, 0, "disk"), devices["scsi_2_0_0_0"].Capability);
        Assert.Equal(
            ("/dev/sdb", "scsi_2_0_0_0"), (devices["block_sdb_SanDisk_1"].Node, devices["block_sdb_SanDisk_1"].Parent));
        Assert.Equal(["/dev/disk/by-id/usb-1"], devices["block_sdb_SanDisk_1"].Links);
    }

    [Fact]
    public void An_adapter_in_a_fabric_has_its_names_and_ports()
    {
        const string host = "/sys/devices/pci0000:00/0000:05:00.0/host5";
        const string fabric = "/sys/class/fc_host/host5";
        _host.WithDevice(host, "scsi", "DEVTYPE=scsi_host")
            .With($"{fabric}/port_name", "0x10000000c9848140\n").With($"{fabric}/node_name", "0x20000000c9848140\n")
            .With($"{fabric}/fabric_name", "0x2001001b32a9da5e\n").With($"{fabric}/vport_create", "")
            .With($"{fabric}/max_npiv_vports", "127\n").With($"{fabric}/npiv_vports_inuse", "2\n")
            .With("/sys/class/scsi_host/host5/unique_id", "1\n");

        var adapter = Assert.IsType<ScsiHostCapability>(Scan()[1].Capability);

        Assert.Equal(
            new FibreChannelNames("20000000c9848140", "10000000c9848140", "2001001b32a9da5e"), adapter.FibreChannel);
        Assert.Equal(new VirtualPorts(127, 2), adapter.Ports);
        Assert.Equal([NodeDeviceKind.FcHost, NodeDeviceKind.Vports], adapter.FurtherKinds);
    }

    [Fact]
    public void A_drive_without_a_medium_and_a_loop_device_are_told_apart_from_disks()
    {
        _host.WithDevice("/sys/devices/ata/sr0", "block", "DEVTYPE=disk DEVNAME=sr0 MAJOR=11 MINOR=0", isClass: true)
            .With("/sys/devices/ata/sr0/removable", "1\n").With("/run/udev/data/b11:0", "E:ID_TYPE=cd\nE:ID_CDROM=1\n")
            .WithDevice("/sys/devices/virtual/block/loop0", "block", "DEVTYPE=disk DEVNAME=loop0 MAJOR=7 MINOR=0",
                isClass: true);

        var drive = Assert.IsType<StorageCapability>(Assert.Single(Scan().Skip(1)).Capability);

        Assert.Equal(("cdrom", true, false, 0UL), (drive.DriveType, drive.IsRemovable, drive.HasMedium, drive.Blocks));
    }

    [Fact]
    public void A_mediated_device_is_named_after_itself_and_what_it_is_made_of()
    {
        const string uuid = "3d0d16c2-7cf4-4aef-a1d1-c3b3f3f6c1a5";
        const string mdev = $"{Card}/{uuid}";
        _host.WithPci(Card, "30000", 0x10de, 1)
            .With($"{Card}/mdev_supported_types/nvidia-11/device_api", "vfio-pci\n")
            .With($"{Card}/mdev_supported_types/nvidia-11/available_instances", "15\n")
            .WithDevice(mdev, "mdev", "").WithLink($"{mdev}/mdev_type", $"{Card}/mdev_supported_types/nvidia-11")
            .WithFolder("/sys/kernel/iommu_groups/4").WithLink($"{mdev}/iommu_group", "/sys/kernel/iommu_groups/4");

        var devices = Scan();

        var parent = Assert.IsType<PciCapability>(devices[1].Capability);
        Assert.Equal([new MdevType("nvidia-11", null, "vfio-pci", 15)], parent.MdevTypes);
        Assert.Equal("mdev_3d0d16c2_7cf4_4aef_a1d1_c3b3f3f6c1a5_0000_00_1f_0", devices[2].Name);
        var device = Assert.IsType<MdevCapability>(devices[2].Capability);
        Assert.Equal(("nvidia-11", uuid, "0000:00:1f.0", 4u),
            (device.Type, device.Uuid.ToString(), device.ParentAddress, device.IommuGroup));
    }

    [Theory]
    [InlineData(0, "primary")]
    [InlineData(64, "control")]
    [InlineData(128, "render")]
    public void Nodes_of_a_graphics_card_are_told_apart_by_their_numbers(int minor, string type)
    {
        _host.WithDevice("/sys/devices/gpu/drm/x0", "drm", $"DEVTYPE=drm_minor DEVNAME=dri/x0 MAJOR=226 MINOR={minor}",
            isClass: true);
        Assert.Equal(new DrmCapability(type), Scan()[1].Capability);
    }

    public void Dispose() => _host.Dispose();

    private IReadOnlyList<NodeDeviceDefinition> Scan() => new NodeDeviceScan(_host.Files).All();
}
