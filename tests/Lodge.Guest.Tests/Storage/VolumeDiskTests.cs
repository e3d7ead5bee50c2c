using Lodge.Testing;

namespace Lodge.Guest.Tests.Storage;

/// <summary>A real guest on volumes of a pool, made and used by the stock virsh.</summary>
public sealed class VolumeDiskTests(DaemonFixture daemon) : IClassFixture<DaemonFixture>
{
    private const string Virsh = "/usr/bin/virsh";

    [Fact]
    public async Task A_guest_runs_on_an_overlay_and_its_images_stay_while_it_does()
    {
        await OkAsync("vol-create-as default base.qcow2 8M --format qcow2");
        await OkAsync("vol-create-as default middle.qcow2 8M --format qcow2 "
            + "--backing-vol base.qcow2 --backing-vol-format qcow2");
        await OkAsync("vol-create-as default top.qcow2 8M --format qcow2 "
            + "--backing-vol middle.qcow2 --backing-vol-format qcow2");
        var xml = Path.Combine(daemon.Lodged.Root, "chain.xml");
        await File.WriteAllTextAsync(xml, TestGuest.EmptyXml("chain").Replace(
            "<devices>",
            """
            <devices><disk type='volume' device='disk'><driver name='qemu' type='qcow2'/>
            <source pool='default' volume='top.qcow2'/><target dev='vda' bus='virtio'/></disk>
            """,
            StringComparison.Ordinal));
        await OkAsync($"create {xml}");

        var live = await OkAsync("dumpxml chain");
        Assert.Contains("<source pool='default' volume='top.qcow2' index='1'/>", live, StringComparison.Ordinal);
        Assert.Contains("images/middle.qcow2'/>", live, StringComparison.Ordinal);
        Assert.Contains("images/base.qcow2'/>", live, StringComparison.Ordinal);
        Assert.Contains("block.count=3", await OkAsync("domstats chain --block --backing"), StringComparison.Ordinal);
        await RefusedAsync("vol-delete base.qcow2 default", "still in use by guest 'chain'");
        await RefusedAsync("vol-wipe top.qcow2 default", "still in use by guest 'chain'");
        await RefusedAsync("vol-resize middle.qcow2 16M default", "is used by guest 'chain', process");

        await daemon.Lodged.CrashAsync();
        await daemon.Lodged.StartAgainAsync();
        Assert.Equal(live, await OkAsync("dumpxml chain"));
        await RefusedAsync("vol-delete base.qcow2 default", "still in use by guest 'chain'");
        await OkAsync("destroy chain");
        await OkAsync("vol-delete top.qcow2 default");
    }

    [Fact]
    public async Task A_pool_that_is_not_active_has_no_disks()
    {
        await OkAsync($"pool-define-as asleep dir --target {daemon.Lodged.Root}/asleep");
        var xml = Path.Combine(daemon.Lodged.Root, "asleep.xml");
        await File.WriteAllTextAsync(xml, TestGuest.EmptyXml("asleep").Replace(
            "<devices>",
            "<devices><disk type='volume'><source pool='asleep' volume='v'/><target dev='vda'/></disk>",
            StringComparison.Ordinal));

        await RefusedAsync($"create {xml}", "storage pool 'asleep' containing volume 'v' is not active");
    }

    [Fact]
    public async Task An_upload_that_the_disk_cannot_take_leaves_the_volume_as_it_was()
    {
        var folder = Path.Combine(daemon.Lodged.Root, "small");
        Directory.CreateDirectory(folder);
        var mount = await ProgramRun.OfAsync("/bin/mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder]);
        Assert.SkipUnless(mount.ExitCode == 0, "a file system of its own needs root");
        try
        {
            await OkAsync($"pool-create-as small dir --target {folder}");
            await OkAsync("vol-create-as small v 16M --allocation 0");
            var image = Path.Combine(daemon.Lodged.Root, "image");
            await File.WriteAllBytesAsync(image, [.. Enumerable.Repeat((byte)1, 8 << 20)]);

            await RefusedAsync($"vol-upload v {image} small", "No space left on device");

            Assert.Equal(16 << 20, new FileInfo(Path.Combine(folder, "v")).Length);
            Assert.Contains("Allocation:     0.00 B", await OkAsync("vol-info v small"), StringComparison.Ordinal);
            await OkAsync("vol-delete v small");
            await OkAsync("pool-destroy small");
        }
        finally
        {
            await ProgramRun.OfAsync("/bin/umount", [folder]);
        }
    }

    private async Task<string> OkAsync(string line)
    {
        var run = await daemon.Lodged.RunAsync(Virsh, line.Split(' '));
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return run.Output;
    }

    private async Task RefusedAsync(string line, string text)
    {
        var run = await daemon.Lodged.RunAsync(Virsh, line.Split(' '));
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(text, run.Errors, StringComparison.Ordinal);
    }
}
