using Lodge.Testing;

namespace Lodge.Guest.Tests.Installing;

/// <summary>
/// <c>virt-install --name StXVM3 --ram 768 --disk path=…,size=8 --network network=default --cdrom /dev/cdrom</c>, to
/// the letter, on a host of its own whose CD drive holds an installer.
/// </summary>
public sealed class TitleInstallTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(6);

    private static string Image => Path.Combine(
        Environment.GetEnvironmentVariable("LODGE_TESTINSTALL") is { Length: > 0 } named
            ? named
            : Path.Combine(Checkout.Folder, "artifacts", "testinstall"),
        "installer.iso");

    [Fact]
    public async Task The_guest_installs_from_its_cd_starts_from_its_disk_and_has_a_console_that_can_be_left()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may make bridges");
        Assert.SkipUnless(File.Exists(Image), "there is no installer to test with: run tools/testinstall/build");
        Assert.SkipUnless(File.Exists("/usr/bin/expect"), "expect is not installed");
        var run = await ProgramRun.OfAsync(
            "unshare",
            [
                "--net", "--pid", "--fork", "--kill-child", "--mount", "--mount-proc", "--propagation", "private",
                "/bin/bash", Client("title_install.sh"),
                Checkout.ProgramPath("lodged"), Checkout.ProgramPath("virt-install"), Checkout.ProgramPath("virsh"),
                Image, Client("title_install.exp"),
            ],
            s_patience);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("Autostart:      enable", run.Output, StringComparison.Ordinal);
        Assert.Contains("/var/lib/libvirt/images/StXVM3disk1.img", run.Output, StringComparison.Ordinal);
    }

    private static string Client(string name) => Path.Combine(AppContext.BaseDirectory, "Clients", name);
}
