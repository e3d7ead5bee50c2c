using Lodge.Testing;

namespace Lodge.Guest.Tests.Installing;

/// <summary>
/// The stock virt-install, which knows nothing of Lodge, makes a guest of an image on <c>qemu:///system</c>.
/// </summary>
public sealed class StockVirtInstallTests(DaemonFixture daemon) : IClassFixture<DaemonFixture>
{
    private const string VirtInstall = "/usr/bin/virt-install";
    private const string Virsh = "/usr/bin/virsh";
    private const string GetAddress =
        "kill $(cat /run/udhcpc.eth0.pid); udhcpc -i eth0 -n -q -t 20 -T 1 -s /etc/udhcpc/lease >/dev/null";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task An_image_is_imported_gets_an_address_on_default_and_a_volume_in_the_default_pool()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may make bridges");
        Assert.SkipUnless(File.Exists(VirtInstall), "the stock virt-install is not installed");
        Assert.SkipUnless(TestGuest.HasDisk, "the test guest has no disk: run tools/testguest/build --disk");
        var image = Path.Combine(daemon.Lodged.Root, "system.qcow2");
        File.Copy(Path.Combine(TestGuest.Folder, "disk.qcow2"), image);

        await SystemAsync(
            VirtInstall, "--name", "gerda", "--memory", "256", "--vcpus", "1", "--import", "--osinfo", "linux2022",
            "--disk", $"path={image}", "--disk", "size=1", "--network", "network=default",
            "--graphics", "none", "--noautoconsole");

        await InGuestAsync("gerda", GetAddress);
        Assert.Contains("2097152", await InGuestAsync("gerda", "cat /sys/block/vdb/size"), StringComparison.Ordinal);
        Assert.Contains(
            " 192.168.122.", await SystemAsync(Virsh, "domifaddr", "gerda"), StringComparison.Ordinal);
        Assert.Contains(
            $"{daemon.Lodged.Root}/var/lib/libvirt/images/gerda.qcow2",
            await SystemAsync(Virsh, "vol-path", "gerda.qcow2", "--pool", "default"), StringComparison.Ordinal);
        Assert.Contains(
            "/images/gerda.qcow2", await SystemAsync(Virsh, "domblklist", "gerda"), StringComparison.Ordinal);
        await SystemAsync(Virsh, "destroy", "gerda");
        await SystemAsync(Virsh, "undefine", "gerda", "--storage", "vdb");
        Assert.False(File.Exists($"{daemon.Lodged.Root}/var/lib/libvirt/images/gerda.qcow2"));
    }

    private async Task<string> SystemAsync(params string[] command)
    {
        var sockets = Path.GetDirectoryName(daemon.Lodged.Socket)!;
        var run = await ProgramRun.OfAsync(
            "/bin/sh", [Client("as_system.sh"), daemon.Lodged.NetworkPath!, sockets, .. command], Patience);
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', command)}: {run.Output}{run.Errors}");
        return run.Output;
    }

    private async Task<string> InGuestAsync(string name, string command)
    {
        var run = await ProgramRun.OfAsync(
            "/usr/bin/expect", [Client("guest_run.exp"), Virsh, daemon.Lodged.Uri, name, command], Patience);
        Assert.True(run.ExitCode == 0, $"in {name}: {command}: {run.Output}{run.Errors}");
        return run.Output;
    }

    private static string Client(string name) => Path.Combine(AppContext.BaseDirectory, "Clients", name);
}
