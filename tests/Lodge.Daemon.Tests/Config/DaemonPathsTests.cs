using Lodge.Daemon.Config;

namespace Lodge.Daemon.Tests.Config;

public sealed class DaemonPathsTests
{
    [Fact]
    public void The_system_has_libvirts_sockets_and_images_and_folders_of_its_own()
    {
        var paths = DaemonPaths.System();
        Assert.Equal("/run/libvirt/libvirt-sock", paths.ReadWriteSocket);
        Assert.Equal("/run/libvirt/libvirt-sock-ro", paths.ReadOnlySocket);
        Assert.Equal("/run/libvirt/libvirt-admin-sock", paths.AdminSocket);
        Assert.Equal("/var/lib/libvirt/images", paths.Images);
        Assert.Equal("/etc/lodge/qemu", paths.DomainConfigurations);
        Assert.Equal("/run/lodge/qemu", paths.DomainStatus);
    }

    [Fact]
    public void A_root_holds_everything()
    {
        var paths = DaemonPaths.Below("/srv/one");
        Assert.Equal("/srv/one/run/libvirt/libvirt-sock", paths.ReadWriteSocket);
        Assert.Equal("/srv/one/etc/qemu/autostart", paths.DomainAutostart);
        Assert.Equal("/srv/one/var/lib/qemu", paths.DomainState);
        Assert.Equal("/srv/one/var/log/lodge/lodged.log", paths.LogFile);
    }

    [Fact]
    public void A_session_follows_the_base_directories_and_ignores_those_that_are_not_absolute()
    {
        var variables = new Dictionary<string, string?>
        {
            ["HOME"] = "/home/someone",
            ["XDG_RUNTIME_DIR"] = "/run/user/1000",
            ["XDG_CONFIG_HOME"] = "relative",
            ["XDG_CACHE_HOME"] = "/fast/cache",
        };
        var paths = DaemonPaths.Session(variables.GetValueOrDefault);
        Assert.Equal("/run/user/1000/libvirt/libvirt-sock", paths.ReadWriteSocket);
        Assert.Equal("/home/someone/.config/lodge", paths.Configuration);
        Assert.Equal("/fast/cache/lodge/log", paths.Logs);
        Assert.Equal("/home/someone/.local/share/libvirt/images", paths.Images);
    }

    [Fact]
    public void A_session_without_a_runtime_folder_is_where_libvirts_clients_look()
    {
        var variables = new Dictionary<string, string?> { ["HOME"] = "/home/someone" };

        var paths = DaemonPaths.Session(variables.GetValueOrDefault);

        Assert.Equal("/home/someone/.cache/libvirt/libvirt-sock", paths.ReadWriteSocket);
        Assert.Equal("/home/someone/.cache/lodge/run/qemu", paths.DomainStatus);
        Assert.NotEqual(paths.Cache, paths.Runtime);
    }
}
