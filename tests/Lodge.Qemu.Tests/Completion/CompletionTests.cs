using Lodge.Model.Domain;

namespace Lodge.Qemu.Tests.Completion;

/// <summary>What a definition leaves open is filled in as libvirt fills it in.</summary>
public sealed class CompletionTests
{
    [Fact]
    public void A_bare_PC_gets_its_chipset_USB_input_and_balloon()
    {
        var domain = Guest.Complete();
        Assert.Equal("pc-i440fx-7.2", domain.Os.Machine);
        Assert.Equal("/usr/bin/qemu-system-x86_64", domain.Emulator);
        Assert.Equal(
            ["usb 0:1.2", "pci none"], domain.Controllers.Select(one => $"{one.Type.ToXml()} {Guest.Place(one)}"));
        Assert.Equal([InputType.Mouse, InputType.Keyboard], domain.Inputs.Select(input => input.Type));
        Assert.Equal("0:2.0", Guest.Place(domain.Memballoon));
        Assert.Equal("qemu64", domain.Cpu?.Model);
        Assert.NotEqual(Guid.Empty, domain.Uuid);
    }

    [Fact]
    public void A_display_brings_video_in_slot_two_and_input()
    {
        var domain = Guest.Complete("<graphics type='vnc'/>");
        Assert.Equal("0:2.0", Guest.Place(Assert.Single(domain.Videos)));
        Assert.Equal([InputType.Mouse, InputType.Keyboard], domain.Inputs.Select(input => input.Type).Order());
        Assert.Equal("0:3.0", Guest.Place(domain.Memballoon));
    }

    [Fact]
    public void On_Q35_a_device_is_behind_a_root_port_of_its_own()
    {
        var domain = Guest.Complete("""
            <disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/></disk>
            <interface type='user'><mac address='52:54:00:00:00:01'/><model type='virtio'/></interface>
            """, "q35");
        Assert.NotEqual(Guest.Place(domain.Disks[0]), Guest.Place(domain.Interfaces[0]));
        Assert.EndsWith(":0.0", Guest.Place(domain.Disks[0]), StringComparison.Ordinal);
        Assert.True(domain.Controllers.Count(one => one.PciModel == PciControllerModel.PcieRootPort) >= 3);
        Assert.Equal("0:1f.2", Guest.Place(domain.Controllers.Find(one => one.Type == ControllerType.Sata)));
    }

    [Fact]
    public void Disks_get_a_bus_a_place_and_a_controller_from_their_name()
    {
        var domain = Guest.Complete("""
            <disk type='file'><source file='/a'/><target dev='sdi' bus='scsi'/></disk>
            <disk type='file' device='cdrom'><target dev='hdc'/></disk>
            <disk type='file' device='floppy'><target dev='fda'/></disk>
            """);
        Assert.Equal([DiskBus.Scsi, DiskBus.Fdc, DiskBus.Ide], domain.Disks.Select(disk => disk.Bus));
        Assert.Equal(new DriveAddress { Controller = 1, Unit = 1 }, domain.Disks[0].Address);
        Assert.Equal(new DriveAddress { Bus = 1 }, domain.Disks[2].Address);
        Assert.Equal([0, 1], domain.Controllers.Where(one => one.Type == ControllerType.Scsi).Select(one => one.Index));
        Assert.True(domain.Disks[2].Readonly);
    }

    [Fact]
    public void The_first_serial_port_is_the_console_too()
    {
        var domain = Guest.Complete("<serial type='pty'/>");
        Assert.Equal(ConsoleTarget.Serial, Assert.Single(domain.Consoles).TargetType);
        Assert.Equal(SerialModel.IsaSerial, domain.Serials[0].TargetModel);
    }

    [Fact]
    public void A_console_alone_becomes_a_serial_port() =>
        Assert.Equal(SerialTarget.IsaSerial, Assert.Single(Guest.Complete("<console type='pty'/>").Serials).TargetType);

    [Fact]
    public void Channels_share_a_controller_and_have_ports_from_one_on()
    {
        var domain = Guest.Complete("""
            <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
            <channel type='pty'><target type='virtio' name='own.1'/></channel>
            """);
        Assert.Equal([1u, 2u], domain.Channels.Select(one => ((VirtioSerialAddress)one.Address!).Port));
        Assert.Single(domain.Controllers, one => one.Type == ControllerType.VirtioSerial);
    }

    [Fact]
    public void A_card_without_MAC_gets_one_of_QEMUs() => Assert.StartsWith("52:54:00:",
        Guest.Complete("<interface type='user'/>").Interfaces[0].Mac.ToString(), StringComparison.Ordinal);

    [Fact]
    public void What_is_complete_stays_as_it_is()
    {
        var once = DomainXml.Format(Guest.Complete("""
            <disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/></disk>
            <graphics type='spice' autoport='yes'/><serial type='pty'/><rng model='virtio'><backend model='builtin'/></rng>
            """, "q35"), DomainXmlFormatOptions.Configuration);
        var again = Guest.Complete(DomainXml.Parse(once, DomainXmlParseOptions.Configuration));
        Assert.Equal(once, DomainXml.Format(again, DomainXmlFormatOptions.Configuration));
    }

    [Fact]
    public void No_two_devices_have_one_PCI_place()
    {
        var disks = string.Concat(Enumerable.Range(0, 60).Select(number =>
            $"<disk type='file'><source file='/{number}'/>"
                + $"<target dev='{DiskName.Name("vd", number)}' bus='virtio'/></disk>"));
        foreach (var machine in new[] { "pc", "q35" })
        {
            var places = Guest.Complete(disks, machine).AllDevices().Select(device => device.Address)
                .OfType<PciAddress>().ToList();
            Assert.Equal(places.Count, places.Distinct().Count());
        }
    }
}
