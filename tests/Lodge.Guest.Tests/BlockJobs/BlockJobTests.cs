using Lodge.Guest.Tests.Running;
using Lodge.Testing;

namespace Lodge.Guest.Tests.BlockJobs;

/// <summary>A guest's disk moves between images while it runs; by stock virsh, as with stock libvirtd 9.0.</summary>
public sealed class BlockJobTests : IAsyncLifetime
{
    private LodgedProcess? _lodged;

    public async ValueTask InitializeAsync() => _lodged = await LodgedProcess.StartAsync();

    public ValueTask DisposeAsync() => _lodged is null ? ValueTask.CompletedTask : _lodged.DisposeAsync();

    [Fact]
    public async Task Images_between_and_above_are_committed_down_and_the_configuration_follows()
    {
        var guest = await RunningGuest.StartAsync(_lodged!, "commit");
        var (middle, top) = (await OverlayAsync(guest, "middle"), await OverlayAsync(guest, "top"));
        Assert.Contains("No current block job for vda", await guest.DoAsync("blockjob", "vda", "--info"));
        Assert.Contains(
            "commit of 'vda' active layer requires active flag",
            await guest.FailAsync("blockcommit", "vda", "--base", guest.Image));
        Assert.Contains(
            "could not find image '/nowhere' in chain for 'vda'",
            await guest.FailAsync("blockcommit", "vda", "--top", "/nowhere"));

        await guest.DoAsync("blockcommit", "vda", "--top", middle, "--base", "vda[1]", "--wait", "--delete");
        Assert.Equal([top, guest.Image], await ChainAsync(guest));
        Assert.False(File.Exists(middle));
        var answer = await guest.DoAsync("blockcommit", "vda", "--active", "--wait", "--pivot", "--verbose");

        Assert.Contains("Successfully pivoted", answer, StringComparison.Ordinal);
        Assert.Equal([guest.Image], await ChainAsync(guest));
        Assert.Contains(guest.Image, await guest.DoAsync("domblklist", "--inactive"), StringComparison.Ordinal);
        Assert.DoesNotContain("<mirror", await guest.DoAsync("dumpxml"), StringComparison.Ordinal);
        await guest.DoAsync("blockresize", "vda", "32M");
        await guest.DoAsync("destroy");
        await guest.DoAsync("start");
    }

    [Fact]
    public async Task An_image_pulls_up_what_it_stands_on_all_or_in_part()
    {
        var guest = await RunningGuest.StartAsync(_lodged!, "pull");
        var (middle, top) = (await OverlayAsync(guest, "middle"), await OverlayAsync(guest, "top"));
        Assert.Equal([top, middle, guest.Image], await ChainAsync(guest));

        await guest.DoAsync("blockpull", "vda", "--base", guest.Image, "--wait");
        Assert.Equal([top, guest.Image], await ChainAsync(guest));
        await guest.DoAsync("blockpull", "vda", "--wait");

        Assert.Equal([top], await ChainAsync(guest));
        Assert.Contains(
            "disk vda does not have an active block job",
            await guest.FailAsync("blockjob", "vda", "--abort"), StringComparison.Ordinal);
        await OverlayAsync(guest, "again");
        await guest.DoAsync("destroy");
        await guest.DoAsync("start");
    }

    [Fact]
    public async Task A_disk_is_copied_and_the_guest_goes_on_with_the_copy_or_without_it()
    {
        var guest = await RunningGuest.StartAsync(_lodged!, "copy");
        var copy = Beside(guest, "copy");
        Assert.Contains("domain is not transient", await guest.FailAsync("blockcopy", "vda", copy));
        await guest.DoAsync("blockcopy", "vda", copy, "--transient-job", "--wait");
        Assert.Contains(
            "type=Block Copy", await guest.DoAsync("blockjob", "vda", "--raw"), StringComparison.Ordinal);
        Assert.Contains($"<mirror type='file' file='{copy}'", await guest.DoAsync("dumpxml"), StringComparison.Ordinal);
        foreach (var refused in new[]
        {
            guest.FailAsync("blockpull", "vda"),
            guest.FailAsync("snapshot-create-as", "--disk-only", "--no-metadata"),
            guest.FailAsync("detach-disk", "vda"),
        })
        {
            Assert.Contains("disk 'vda' already in active block job", await refused, StringComparison.Ordinal);
        }

        Assert.Contains(
            "domain has active block job", await guest.FailAsync("save", Beside(guest, "saved")),
            StringComparison.Ordinal);
        await guest.DoAsync("blockjob", "vda", "--abort");
        Assert.Equal([guest.Image], await ChainAsync(guest));
        Assert.Contains(
            "already exists and is not a block device",
            await guest.FailAsync("blockcopy", "vda", copy, "--transient-job"), StringComparison.Ordinal);
        var raw = Beside(guest, "raw");
        await guest.DoAsync("blockcopy", "vda", raw, "--transient-job", "--format", "raw", "--wait", "--pivot");

        Assert.Equal([raw], await ChainAsync(guest));
        Assert.Contains(raw, await guest.DoAsync("domblklist", "--inactive"), StringComparison.Ordinal);
        if (RunningGuest.Account is { } account)
        {
            Assert.Equal(account, RunningGuest.OwnerOf(raw));
            Assert.Equal(0u, RunningGuest.OwnerOf(guest.Image));
        }
    }

    [Fact]
    public async Task A_shallow_copy_stands_on_what_the_disk_stood_on()
    {
        var guest = await RunningGuest.StartAsync(_lodged!, "shallow");
        await OverlayAsync(guest, "top");
        var copy = Beside(guest, "copy");
        await guest.DoAsync("blockcopy", "vda", copy, "--shallow", "--transient-job", "--wait", "--pivot");
        Assert.Equal([copy, guest.Image], await ChainAsync(guest));
        await guest.DoAsync("blockpull", "vda", "--wait");
        Assert.Equal([copy], await ChainAsync(guest));
    }

    [Fact]
    public async Task A_job_outlives_the_daemon_and_the_next_one_ends_it()
    {
        var guest = await RunningGuest.StartAsync(_lodged!, "orphan");
        var copy = Beside(guest, "copy");
        await guest.DoAsync("blockcopy", "vda", copy, "--transient-job", "--wait");
        await _lodged!.CrashAsync();
        await _lodged.StartAgainAsync();

        Assert.Contains(
            "type=Block Copy", await guest.DoAsync("blockjob", "vda", "--raw"), StringComparison.Ordinal);
        await guest.DoAsync("blockjob", "vda", "--pivot");
        Assert.Equal([copy], await ChainAsync(guest));
        await OverlayAsync(guest, "top");
        await guest.DoAsync("blockcommit", "vda", "--active", "--wait");
        await _lodged.CrashAsync();
        await _lodged.StartAgainAsync();
        await guest.DoAsync("blockjob", "vda", "--pivot");
        Assert.Equal([copy], await ChainAsync(guest));
    }

    private string Beside(RunningGuest guest, string name) => Path.Combine(_lodged!.Root, $"{guest.Name}-{name}.img");

    private async Task<string> OverlayAsync(RunningGuest guest, string name)
    {
        var path = Beside(guest, name);
        await guest.DoAsync(
            "snapshot-create-as", name, "--disk-only", "--no-metadata", "--diskspec", $"vda,file={path}");
        return path;
    }

    /// <summary>The images of the disk, as the guest's definition tells and its uppermost image confirms.</summary>
    private static async Task<string[]> ChainAsync(RunningGuest guest)
    {
        var told = (await guest.DoAsync("dumpxml")).Split('\n')
            .Where(line => line.Contains("<source file=", StringComparison.Ordinal))
            .Select(line => line.Split('\'')[1]).ToArray();
        var found = await ProgramRun.OfAsync("qemu-img", ["info", "-U", "--backing-chain", told[0]]);
        var chain = found.Output.Split('\n').Where(line => line.StartsWith("image: ", StringComparison.Ordinal))
            .Select(line => line["image: ".Length..]).ToArray();
        Assert.Equal(chain, told);
        return told;
    }
}
