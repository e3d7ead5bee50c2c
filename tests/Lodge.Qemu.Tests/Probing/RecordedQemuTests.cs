using Lodge.Qemu.Probing;
using Lodge.Testing;

namespace Lodge.Qemu.Tests.Probing;

/// <summary>
/// The recorded answers of QEMU; with <c>LODGE_RECORD=1</c> they are recorded anew from the binaries of this host.
/// </summary>
public sealed class RecordedQemuTests
{
    [Theory]
    [InlineData("/usr/bin/qemu-system-x86_64", "qemu-7.2-x86_64.json")]
    [InlineData("/usr/bin/qemu-system-i386", "qemu-7.2-i686.json")]
    public async Task The_answers_are_recorded(string binary, string name)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("LODGE_RECORD") == "1", "LODGE_RECORD is not 1");
        var cache = new QemuCapabilitiesCache(Directory.CreateTempSubdirectory("lq-").FullName, () => false);
        var capabilities = await cache.GetAsync(binary, CancellationToken.None);
        await using var file = File.Create(Path.Combine(SourceFolder(), "Lodge.Testing", "Data", name));
        capabilities.Write(file);
        file.WriteByte((byte)'\n');
    }

    [Fact]
    public void QEMU_7_2_has_what_libvirt_finds_in_it()
    {
        var qemu = QemuCapabilities.Read(RecordedQemu.Open72());
        Assert.Equal(7002022, qemu.Version);
        Assert.Equal("x86_64", qemu.Architecture);
        foreach (var capability in (ReadOnlySpan<QemuCapability>)
            [
                QemuCapability.DeviceJson, QemuCapability.NetdevJson, QemuCapability.ObjectJson,
                QemuCapability.VirtioBlkQueueSize, QemuCapability.DeviceQxl, QemuCapability.Vnc, QemuCapability.Spice,
                QemuCapability.SeccompSandbox, QemuCapability.SmpDies, QemuCapability.DeviceTpmCrb,
                QemuCapability.PcieRootPortHotplug, QemuCapability.SetAction, QemuCapability.IncrementalBackup,
                QemuCapability.VirtioBlkScsiDefaultDisabled, QemuCapability.ScreenshotFormatPng, QemuCapability.NoHpet,
            ])
        {
            Assert.True(qemu.Has(capability), capability.ToString());
        }

        foreach (var capability in (ReadOnlySpan<QemuCapability>)
            [QemuCapability.Kvm, QemuCapability.EnableFips, QemuCapability.MachineHpet, QemuCapability.ChardevJson])
        {
            Assert.False(qemu.Has(capability), capability.ToString());
        }
    }

    [Fact]
    public void Machine_types_are_found_by_name_and_by_alias()
    {
        var qemu = QemuCapabilities.Read(RecordedQemu.Open72());
        var q35 = qemu.Machine("q35");
        Assert.Equal(
            new QemuMachine
            {
                Name = "pc-q35-7.2", Alias = "q35", MaxCpus = 288, HotpluggableCpus = true, DefaultCpu = "qemu64",
                DefaultRamId = "pc.ram",
            },
            q35);
        Assert.Same(q35, qemu.Machine("pc-q35-7.2"));
        Assert.Equal("pc-i440fx-7.2", qemu.DefaultMachine?.Name);
        Assert.Null(qemu.Machine("no-such-machine"));
    }

    [Fact]
    public void What_was_written_reads_back_the_same()
    {
        var qemu = QemuCapabilities.Read(RecordedQemu.Open72());
        using var first = new MemoryStream();
        qemu.Write(first);
        first.Position = 0;
        using var second = new MemoryStream();
        QemuCapabilities.Read(first).Write(second);
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format": 2}""")]
    [InlineData("""{"format": 1, "binary": 7}""")]
    public void A_damaged_file_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(
            () => QemuCapabilities.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Every_capability_has_a_name_of_its_own()
    {
        var names = Enum.GetValues<QemuCapability>().Select(QemuCapabilityNames.NameOf).ToArray();
        Assert.Equal(QemuCapabilityNames.Count, names.Distinct().Count());
        Assert.Equal("virtio-blk.queue-size", QemuCapabilityNames.NameOf(QemuCapability.VirtioBlkQueueSize));
        Assert.True(QemuCapabilityNames.TryParse("sdl", out var sdl));
        Assert.Equal(QemuCapability.Sdl, sdl);
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
