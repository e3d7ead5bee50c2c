using Lodge.Daemon.Config;
using Lodge.Daemon.Domains;
using Lodge.Daemon.Tests.State;
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

    private static string Xml(string name, Guid uuid) =>
        $"<domain type='qemu'><name>{name}</name><uuid>{uuid}</uuid><memory>1024</memory><os><type>hvm</type></os>"
            + $"</domain>";

    private DomainDriver Driver() => new(
        DaemonPaths.Below(_place.Path),
        new QemuHypervisor(new QemuHypervisorOptions { CacheFolder = _place.Path, IsKvmUsable = () => false }));
}
