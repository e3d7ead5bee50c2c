using Lodge.Daemon.Config;
using Lodge.Daemon.Domains;
using Lodge.Daemon.Tests.State;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;

namespace Lodge.Daemon.Tests.Domains;

public sealed class DomainLoadingTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Bad_files_among_good_ones_harm_none_and_are_left_where_they_are()
    {
        var folder = Directory.CreateDirectory($"{_place.Path}/etc/qemu").FullName;
        File.WriteAllText($"{folder}/good.xml", Xml("good", Guid.NewGuid()));
        File.WriteAllText($"{folder}/cut.xml", Xml("cut", Guid.NewGuid())[..60]);
        File.WriteAllText($"{folder}/empty.xml", "");
        File.WriteAllText($"{folder}/other.xml", Xml("wrongname", Guid.NewGuid()));
        File.WriteAllBytes($"{folder}/noise.xml", [0, 255, 1, 254]);
        File.WriteAllText($"{folder}/last.xml", Xml("last", Guid.NewGuid()));

        using var driver = Driver();
        driver.LoadConfigs();

        Assert.Equal(["good", "last"], driver.Domains.All.Select(d => d.Current.Name).Order(StringComparer.Ordinal));
        Assert.Equal(6, Directory.GetFiles(folder, "*.xml").Length);
    }

    [Fact]
    public void Of_two_files_with_one_uuid_one_is_loaded()
    {
        var folder = Directory.CreateDirectory($"{_place.Path}/etc/qemu").FullName;
        var uuid = Guid.NewGuid();
        File.WriteAllText($"{folder}/a.xml", Xml("a", uuid));
        File.WriteAllText($"{folder}/b.xml", Xml("b", uuid));

        using var driver = Driver();
        driver.LoadConfigs();

        Assert.Single(driver.Domains.All);
    }

    [Fact]
    public void A_domain_marked_to_start_with_the_daemon_is_known_as_such()
    {
        var folder = Directory.CreateDirectory($"{_place.Path}/etc/qemu/autostart").Parent!.FullName;
        File.WriteAllText($"{folder}/web.xml", Xml("web", Guid.NewGuid()));
        File.CreateSymbolicLink($"{folder}/autostart/web.xml", $"{folder}/web.xml");

        using var driver = Driver();
        driver.LoadConfigs();

        Assert.True(driver.Domains.Find("web")!.Current.Autostart);
    }

    [Theory]
    [InlineData("/opt/qemu-of-long-ago/bin/qemu-system-x86_64")]
    [InlineData("/bin/false")]
    public async Task A_definition_outlives_its_QEMU_and_what_that_could_do(string emulator)
    {
        const string Stored = """
            <domain type='kvm'>
              <name>old</name>
              <uuid>d2bd8e1e-0a6a-4f0c-8a6b-1c5f0b2d7a11</uuid>
              <memory unit='KiB'>1048576</memory>
              <currentMemory unit='KiB'>1048576</currentMemory>
              <vcpu placement='static'>2</vcpu>
              <os>
                <type arch='x86_64' machine='pc-q35-99.1'>hvm</type>
              </os>
              <cpu mode='custom' match='exact' check='none'>
                <model fallback='forbid'>NoSuchProcessor-v9</model>
              </cpu>
              <devices>
                <emulator>EMULATOR</emulator>
                <video>
                  <model type='qxl' ram='65536' vram='65536' vgamem='16384' heads='1' primary='yes'/>
                  <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0'/>
                </video>
              </devices>
            </domain>
            """;
        var folder = Directory.CreateDirectory($"{_place.Path}/etc/qemu").FullName;
        File.WriteAllText($"{folder}/old.xml", Stored.Replace("EMULATOR", emulator, StringComparison.Ordinal));
        var cache = Directory.CreateDirectory($"{_place.Path}/capabilities").FullName;
        File.WriteAllText($"{cache}/{Uri.EscapeDataString(emulator)}.json", "{ \"written\": \"by another version\" }");

        using var driver = Driver();
        driver.LoadConfigs();

        var domain = driver.Domains.Find("old")!;
        var before = Shown(domain);
        Assert.Contains("machine='pc-q35-99.1'", before, StringComparison.Ordinal);
        Assert.Contains("<model fallback='forbid'>NoSuchProcessor-v9</model>", before, StringComparison.Ordinal);
        Assert.Contains("type='qxl' ram='65536'", before, StringComparison.Ordinal);
        await Assert.ThrowsAsync<VirException>(async () =>
            await driver.CapabilitiesOfAsync(domain.Current.Config!.Definition));
        Assert.Equal(before, Shown(domain));
        Assert.True(File.Exists($"{folder}/old.xml"));
    }

    [Fact]
    public void What_is_stored_again_unchanged_stays_in_its_file_unless_somebody_edited_that()
    {
        using var driver = Driver();
        var definition = DomainXml.Parse(Xml("same", Guid.NewGuid()), DomainXmlParseOptions.Configuration);
        var domain = new DomainObject(new DomainSnapshot { Name = "same", Uuid = definition.WireUuid() });
        var first = driver.StoreConfig(domain, definition);
        var path = driver.Configs.PathOf("same");
        var stored = File.ReadAllText(path);
        Assert.Same(first, driver.StoreConfig(domain, definition));

        File.WriteAllText(path, "edited");
        driver.StoreConfig(domain, definition);
        Assert.Equal(stored, File.ReadAllText(path));
        File.Delete(path);
        driver.StoreConfig(domain, definition);
        Assert.Equal(stored, File.ReadAllText(path));

        definition.Title = "changed";
        Assert.NotSame(first, driver.StoreConfig(domain, definition));
        Assert.Contains("<title>changed</title>", File.ReadAllText(path), StringComparison.Ordinal);
    }

    private static string Shown(DomainObject domain) =>
        DomainXml.Format(domain.Current.Config!.Definition, DomainXmlFormatOptions.Configuration);

    private static string Xml(string name, Guid uuid) =>
        $"<domain type='qemu'><name>{name}</name><uuid>{uuid}</uuid><memory>1024</memory><os><type>hvm</type></os>"
            + $"</domain>";

    private DomainDriver Driver() => new(
        DaemonPaths.Below(_place.Path),
        new QemuHypervisor(new QemuHypervisorOptions { CacheFolder = _place.Path, IsKvmUsable = () => false }));
}
