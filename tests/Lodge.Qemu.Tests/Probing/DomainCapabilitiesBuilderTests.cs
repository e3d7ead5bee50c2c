using Lodge.Model.Capabilities;
using Lodge.Qemu.Firmware;
using Lodge.Qemu.Probing;
using Lodge.Testing;

namespace Lodge.Qemu.Tests.Probing;

public sealed class DomainCapabilitiesBuilderTests
{
    private readonly QemuCapabilities _qemu = QemuCapabilities.Read(RecordedQemu.Open72());

    [Fact]
    public void Only_i440fx_has_an_ide_bus()
    {
        Assert.Equal(["ide", "fdc", "scsi", "virtio", "usb", "sata"], Values(Build("pc"), "disk", "bus"));
        Assert.Equal(["fdc", "scsi", "virtio", "usb", "sata"], Values(Build("q35"), "disk", "bus"));
    }

    [Fact]
    public void Displays_and_screens_are_those_that_QEMU_was_built_with()
    {
        var domain = Build("q35");
        Assert.Equal(["sdl", "vnc", "spice", "egl-headless", "dbus"], Values(domain, "graphics", "type"));
        Assert.Equal(
            ["vga", "cirrus", "vmvga", "qxl", "virtio", "none", "bochs", "ramfb"],
            Values(domain, "video", "modelType"));
    }

    [Fact]
    public void An_emulated_tpm_needs_swtpm()
    {
        Assert.Equal(["passthrough"], Values(Build("q35"), "tpm", "backendModel"));
        Assert.Equal(
            ["passthrough", "emulator", "external"], Values(Build("q35", hasSwtpm: true), "tpm", "backendModel"));
    }

    [Fact]
    public void The_hosts_own_cpu_is_for_kvm_alone()
    {
        var cpu = Build("q35").Cpu;
        Assert.Null(cpu.HostPassthrough);
        Assert.Equal(["on", "off"], cpu.Maximum);
    }

    [Fact]
    public void Without_names_of_processors_no_model_is_offered()
    {
        var cpu = Build("q35").Cpu;
        Assert.Null(cpu.HostModel);
        Assert.Empty(cpu.Models);
    }

    [Fact]
    public void Firmware_is_offered_where_it_fits_the_machine()
    {
        var descriptor = FirmwareDescriptor.Parse("""
            {"interface-types": ["uefi"], "features": ["secure-boot", "requires-smm"],
             "mapping": {"device": "flash", "executable": {"filename": "/bin/sh", "format": "raw"},
                         "nvram-template": {"filename": "/bin/sh", "format": "raw"}},
             "targets": [{"architecture": "x86_64", "machines": ["pc-q35-*"]}]}
            """u8.ToArray())!;
        var q35 = Build("q35", firmware: [descriptor]);
        Assert.Equal(["efi"], q35.Os.Choices[0].Values);
        Assert.Equal(["/bin/sh"], q35.Loader.Values);
        Assert.Equal(["yes", "no"], q35.Loader.Choices.Single(choice => choice.Name == "secure").Values);
        Assert.Empty(Build("pc", firmware: [descriptor]).Os.Choices[0].Values);
    }

    [Fact]
    public void The_guests_of_a_binary_begin_with_its_default_machine_and_name_aliases_after_their_machines()
    {
        var guest = GuestCapabilitiesBuilder.Build(_qemu, "x86_64");
        Assert.Equal(("pc-i440fx-7.2", null), (guest.Machines[0].Name, guest.Machines[0].Canonical));
        Assert.Equal(("pc", "pc-i440fx-7.2"), (guest.Machines[1].Name, guest.Machines[1].Canonical));
        Assert.DoesNotContain(guest.Machines, machine => machine.Name == "none");
        Assert.Equal(["qemu"], guest.DomainTypes);
        Assert.Contains(GuestCapabilitiesBuilder.Build(_qemu, "i686").Features, feature => feature.Name == "pae");
    }

    private DomainCapabilities Build(
        string machine, bool hasSwtpm = false, IReadOnlyList<FirmwareDescriptor>? firmware = null) =>
        new DomainCapabilitiesBuilder(_qemu, _qemu.Machine(machine)!, "x86_64", isKvm: false)
        {
            CpuNames = null,
            Firmware = firmware ?? [],
            HasSwtpm = hasSwtpm,
            HasVfio = false,
        }.Build();

    private static IReadOnlyList<string> Values(DomainCapabilities domain, string device, string choice) =>
        domain.Devices.Single(section => section.Name == device).Choices.Single(known => known.Name == choice).Values;
}
