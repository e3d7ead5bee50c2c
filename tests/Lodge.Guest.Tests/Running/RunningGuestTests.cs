using Lodge.Testing;

namespace Lodge.Guest.Tests.Running;

/// <summary>What a guest that runs has of the host, and what is done with it while it runs; by stock virsh.</summary>
public sealed class RunningGuestTests : IAsyncLifetime
{
    private LodgedProcess? _lodged;

    public async ValueTask InitializeAsync() => _lodged = await LodgedProcess.StartAsync();

    public ValueTask DisposeAsync() => _lodged is null ? ValueTask.CompletedTask : _lodged.DisposeAsync();

    [Fact]
    public async Task A_guest_runs_without_rights_and_owns_its_image_while_it_does()
    {
        var account = RunningGuest.Account;
        Assert.SkipWhen(account is null, "the host has no account for guests");
        var guest = await RunningGuest.StartAsync(_lodged!, "owner");
        Assert.Equal((account!.Value, 0ul), guest.Privileges());
        Assert.Equal(account.Value, RunningGuest.OwnerOf(guest.Image));
        Assert.Contains(
            "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny", guest.CommandLine());
        await guest.DoAsync("destroy");
        Assert.Equal(0u, RunningGuest.OwnerOf(guest.Image));
    }

    [Fact]
    public async Task An_image_is_given_back_by_the_next_daemon_where_guest_and_daemon_both_died()
    {
        Assert.SkipWhen(RunningGuest.Account is null, "the host has no account for guests");
        var guest = await RunningGuest.StartAsync(_lodged!, "orphan");
        await _lodged!.CrashAsync();
        guest.Crash();
        Assert.NotEqual(0u, RunningGuest.OwnerOf(guest.Image));
        await _lodged.StartAgainAsync();
        Assert.Equal("shut off (crashed)", await guest.StateAsync());
        Assert.Equal(0u, RunningGuest.OwnerOf(guest.Image));
    }

    [Fact]
    public async Task A_guest_that_goes_when_asked_to_counts_as_destroyed()
    {
        var guest = await RunningGuest.StartAsync(_lodged!, "asked");
        await guest.DoAsync("destroy", "--graceful");
        Assert.Equal("shut off (destroyed)", await guest.StateAsync());
    }

    [Fact]
    public async Task A_guest_is_saved_and_goes_on_from_a_file_of_its_own_and_from_the_daemons()
    {
        var guest = await RunningGuest.StartAsync(_lodged!, "saved");
        var file = Path.Combine(_lodged!.Root, "saved.save");
        const string NoBypass = "bypass cache unsupported by this system";
        Assert.Contains(NoBypass, await guest.FailAsync("save", file, "--bypass-cache"), StringComparison.Ordinal);
        Assert.Contains(NoBypass, await guest.FailAsync("dump", file, "--bypass-cache"), StringComparison.Ordinal);
        Assert.Equal("running (booted)", await guest.StateAsync());
        Assert.False(File.Exists(file));
        await guest.DoAsync("save", file);
        Assert.Equal("shut off (saved)", await guest.StateAsync());
        Assert.StartsWith("LibvirtQemudSave", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        var restored = await _lodged.RunAsync("/usr/bin/virsh", "restore", file);
        Assert.True(restored.ExitCode == 0, restored.Errors);
        Assert.Equal("running (restored)", await guest.StateAsync());

        await guest.DoAsync("managedsave");
        Assert.Contains("Refusing to undefine", await guest.FailAsync("undefine"), StringComparison.Ordinal);
        Assert.Contains(NoBypass, await guest.FailAsync("start", "--bypass-cache"), StringComparison.Ordinal);
        await guest.DoAsync("start");
        Assert.Equal("running (restored)", await guest.StateAsync());
    }

    [Fact]
    public async Task Vcpus_come_while_the_guest_runs_and_show_in_its_XML()
    {
        var guest = await RunningGuest.StartAsync(_lodged!, "vcpus");
        await guest.DoAsync("setvcpus", "3", "--live");
        var xml = await guest.DoAsync("dumpxml");
        Assert.Contains("<vcpu placement='static'>3</vcpu>", xml, StringComparison.Ordinal);
        Assert.Contains("<vcpu id='2' enabled='yes' hotpluggable='yes' order='3'/>", xml, StringComparison.Ordinal);
        Assert.Contains(
            "greater than max allowable vcpus", await guest.FailAsync("setvcpus", "4", "--live"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_comes_with_its_owner_and_goes_again()
    {
        var guest = await RunningGuest.StartAsync(_lodged!, "disks");
        var disk = Path.Combine(_lodged!.Root, "second.img");
        await using (var file = File.Create(disk))
        {
            file.SetLength(1 << 20);
        }

        await guest.DoAsync("attach-disk", disk, "vdb");
        Assert.Contains(disk, await guest.DoAsync("domblklist"), StringComparison.Ordinal);
        Assert.Equal(RunningGuest.OwnerOf(guest.Image), RunningGuest.OwnerOf(disk));
        Assert.Contains(
            "duplicated for disk sources", await guest.FailAsync("attach-disk", disk, "vdb"), StringComparison.Ordinal);
        Assert.Equal(RunningGuest.OwnerOf(guest.Image), RunningGuest.OwnerOf(disk));
    }

    [Fact]
    public async Task Snapshots_inside_an_image_are_gone_back_to_and_removed()
    {
        var guest = await RunningGuest.StartAsync(_lodged!, "inner");
        await guest.DoAsync("snapshot-create-as", "one");
        await guest.DoAsync("snapshot-create-as", "two");
        Assert.Equal("one", (await guest.DoAsync("snapshot-parent", "two")).Trim());
        await guest.DoAsync("snapshot-revert", "one");
        Assert.Equal("running (from snapshot)", await guest.StateAsync());
        Assert.Equal("one", (await guest.DoAsync("snapshot-current", "--name")).Trim());
        await _lodged!.StopAsync();
        await _lodged.StartAgainAsync();
        await guest.DoAsync("destroy");
        Assert.Contains("with 2 snapshots", await guest.FailAsync("undefine"), StringComparison.Ordinal);
        await guest.DoAsync("snapshot-delete", "one", "--children");
        await guest.DoAsync("undefine");
    }

    [Fact]
    public async Task A_snapshot_of_disks_alone_has_the_guest_write_into_an_overlay()
    {
        var guest = await RunningGuest.StartAsync(_lodged!, "outer");
        await guest.DoAsync("snapshot-create-as", "over", "--disk-only");
        var overlay = Path.ChangeExtension(guest.Image, "over");
        Assert.Contains(overlay, await guest.DoAsync("domblklist"), StringComparison.Ordinal);
        Assert.Contains(overlay, await guest.DoAsync("dumpxml", "--inactive"), StringComparison.Ordinal);
        Assert.Equal("running (booted)", await guest.StateAsync());
        await guest.DoAsync("destroy");
        await guest.DoAsync("start");
        Assert.Contains(guest.Image, await guest.DoAsync("dumpxml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Memory_is_dumped_and_the_guest_goes_on()
    {
        var guest = await RunningGuest.StartAsync(_lodged!, "dumped");
        var file = Path.Combine(_lodged!.Root, "core");
        await guest.DoAsync("dump", file, "--memory-only");
        Assert.Equal("\u007fELF", (await File.ReadAllTextAsync(file))[..4]);
        Assert.Equal("running (unpaused)", await guest.StateAsync());
        Assert.Contains("Dump", await guest.DoAsync("domjobinfo", "--completed"), StringComparison.Ordinal);
    }
}
